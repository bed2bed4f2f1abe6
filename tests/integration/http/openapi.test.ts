import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { operations } from '../../../src/operations/registry.js';
import { startTestServer, type TestServer } from './start-test-server.js';

const run = promisify(execFile);
let server: TestServer;
let folder: string;

beforeAll(async () => {
  server = await startTestServer({
    redisUrl: inject('redisUrl'),
    env: { AUTH_MODE: 'api-key', API_KEYS: `operator:${'o'.repeat(32)}` },
  });
  folder = mkdtempSync(join(tmpdir(), 'tandem-openapi-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server.close();
});

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, { operationId: string }>>>>;
}

describe('the OpenAPI document', () => {
  it('holds every operation at its path, and can be read without a key', async () => {
    const response = await fetch(`${server.origin}/api/openapi.json`);
    expect(response.status).toBe(200);
    const { openapi, paths } = (await response.json()) as Document;
    expect(openapi).toMatch(/^3\.1\./);
    for (const { name, http } of operations) {
      expect(paths[http.path]?.[http.method.toLowerCase()]?.operationId).toBe(name);
    }
  });

  it('is valid for a strict linter', async () => {
    const document = await (await fetch(`${server.origin}/api/openapi.json`)).text();
    const [file, rules] = [join(folder, 'openapi.json'), join(folder, 'redocly.yaml')];
    writeFileSync(file, document);
    writeFileSync(rules, 'extends:\n  - recommended-strict\n  - spec\n');
    const linter = join(
      dirname(createRequire(import.meta.url).resolve('@redocly/cli/package.json')),
      'bin/cli.js',
    );
    const args = [linter, 'lint', file, '--config', rules, '--format', 'json'];
    const env = {
      ...process.env,
      REDOCLY_TELEMETRY: 'off',
      REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
    };
    const { stdout } = await run(process.execPath, args, { env }).catch((failure: unknown) => ({
      stdout: String((failure as { stdout?: string }).stdout),
    }));
    const { problems } = JSON.parse(stdout.slice(stdout.indexOf('{'))) as { problems: unknown[] };
    expect(problems).toEqual([]);
  });
});

describe('the page of the API', () => {
  it.each([
    ['/api/docs', 'text/html'],
    ['/api/docs/start.js', 'text/javascript'],
    ['/api/docs/swagger-ui-bundle.js', 'text/javascript'],
    ['/api/docs/swagger-ui.css', 'text/css'],
  ])('serves %s from here', async (path, type) => {
    const response = await fetch(server.origin + path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain(type);
    await response.arrayBuffer();
  });

  it('may load and call nothing but this server, and serves no other file', async () => {
    const { headers } = await fetch(`${server.origin}/api/docs`);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toContain('unsafe-eval');
    const other = await fetch(`${server.origin}/api/docs/package.json`);
    expect(other.status).toBe(401);
  });
});
