import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DCLinter } from 'dclint';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadConfig } from '../../../src/config/load-config.js';
import { variables } from '../../../src/config/variables.js';

// No container engine runs here: what can be known without one is checked.

interface Service {
  readonly image?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly healthcheck?: unknown;
  readonly restart?: string;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

const root = fileURLToPath(new URL('../../../', import.meta.url));
const text = readFileSync(join(root, 'docker-compose.yml'), 'utf8');
const compose = parse(text, { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
};
const services = Object.entries(compose.services);

describe('docker-compose.yml', () => {
  it("keeps to Compose's own schema and to its linter", () => {
    // The file is ordered for readers: what runs Tandem first, then what that needs.
    const order = [
      'service-keys-order',
      'services-alphabetical-order',
      'top-level-properties-order',
    ];
    const linter = new DCLinter({
      rules: Object.fromEntries(order.map((rule) => [rule, 0])),
      quiet: false,
      debug: false,
      exclude: [],
    });
    const results: readonly { readonly messages: readonly unknown[] }[] = linter.lintFiles(
      [join(root, 'docker-compose.yml')],
      false,
    );
    expect(results).toHaveLength(1);
    expect(results.flatMap(({ messages }) => messages)).toEqual([]);
  });

  it('waits only for services that exist, and in a way that they can fulfil', () => {
    for (const [name, { depends_on: needs = {} }] of services) {
      for (const [needed, { condition }] of Object.entries(needs)) {
        const service = compose.services[needed];
        expect(service, `${name} needs ${needed}`).toBeDefined();
        if (condition === 'service_healthy') expect(service?.healthcheck, needed).toBeDefined();
        if (condition === 'service_completed_successfully') {
          expect(service?.restart, `${needed} ends`).toMatch(/^on-failure/);
        }
      }
    }
  });

  it('mounts files and volumes that are there, and runs scripts that are mounted', () => {
    for (const [, { volumes = [], command = [] }] of services) {
      for (const [source = '', target = ''] of volumes.map((volume) => volume.split(':'))) {
        expect(
          source.startsWith('.') ? existsSync(join(root, source)) : source in compose.volumes,
        ).toBe(true);
        const scripts = command.filter((word) => word.startsWith(`${target}/`));
        for (const script of scripts) {
          expect(existsSync(join(root, source, script.slice(target.length + 1)))).toBe(true);
        }
      }
    }
  });

  it.each(['server', 'worker'])('gives the %s an environment that it can read', (name) => {
    const environment = compose.services[name]?.environment ?? {};
    const foreign = Object.keys(environment).filter((variable) => !(variable in variables.shape));
    expect(foreign).toEqual(['NODE_OPTIONS']);
    const values = Object.entries(environment).map(([variable, value]) => [
      variable,
      interpolate(value),
    ]);
    const given = Object.fromEntries(values) as Record<string, string>;
    // As the image says it.
    const config = loadConfig({ NODE_ENV: 'production', ...given });
    expect(config.auth.mode).toBe('guarded');
    expect(config.redis.host).toBe('redis');
    expect(config.temporal.address).toBe('temporal:7233');
  });

  it.each(['server', 'worker'])('passes on to the %s whatever .env may say', (name) => {
    const environment = compose.services[name]?.environment ?? {};
    // Where things are is the file's own to say, and so are files, which the container does not see.
    const place =
      /^(NODE_ENV|HOST|PORT|REDIS_.*|TEMPORAL_.*|TANDEM_DATA_DIR|.*_PATH|AZURE_FEDERATED_TOKEN_FILE|.*_CERTIFICATE_PASSWORD)$/;
    const wanted = Object.keys(variables.shape).filter((variable) => !place.test(variable));
    expect(wanted.filter((variable) => !(variable in environment))).toEqual([]);
  });

  it('opens ports on loopback only', () => {
    const ports = services.flatMap(([, service]) => service.ports ?? []);
    expect(ports.length).toBeGreaterThan(0);
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it('pins every image', () => {
    for (const [, { image }] of services)
      expect(interpolate(image ?? '')).toMatch(/^[a-z/-]+:[\w.-]*(\d|local)/);
  });

  it.each(readdirSync(join(root, 'deploy', 'compose')).filter((name) => name.endsWith('.sh')))(
    'sets up Temporal with %s, which is a shell script without syntax errors',
    (name) => {
      const check = spawnSync('sh', ['-n', join(root, 'deploy', 'compose', name)], {
        encoding: 'utf8',
      });
      expect(check.stderr + String(check.status)).toBe('0');
    },
  );
});

describe('Dockerfile', () => {
  const lines = readFileSync(join(root, 'Dockerfile'), 'utf8').split('\n');

  it('runs what the build makes, not as root', () => {
    expect(lines).toContain('USER node');
    for (const word of ['server', 'worker']) {
      expect(existsSync(join(root, 'src', `${word}.ts`))).toBe(true);
      expect(lines.join('\n')).toContain(`dist/src/${word}.js`);
    }
  });

  it('copies from the project only what is there and not kept from it', () => {
    const ignored = readFileSync(join(root, '.dockerignore'), 'utf8').split('\n');
    const copied = lines.flatMap((line) => {
      const [, sources] = /^COPY (?!--from)(.+) \S+$/.exec(line) ?? [];
      return sources?.split(' ') ?? [];
    });
    expect(copied.length).toBeGreaterThan(3);
    for (const path of copied) {
      expect(existsSync(join(root, path)), path).toBe(true);
      expect(ignored).not.toContain(path);
    }
  });
});

/** As Compose does it, with the default, or with a value where one is demanded. */
function interpolate(value: string): string {
  return value
    .replaceAll(/\$\{\w+:-([^}]*)\}/g, '$1')
    .replaceAll(
      /\$\{TOKEN_ENCRYPTION_KEY:\?[^}]*\}/g,
      `k1:${Buffer.alloc(32, 1).toString('base64')}`,
    )
    .replaceAll(/\$\{\w+:\?[^}]*\}/g, 'given');
}
