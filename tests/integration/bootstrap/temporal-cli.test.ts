import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ensureTemporalCli, pinnedFolder } from '../../../scripts/lib/temporal-cli.mjs';
import { buildTemporalCli } from '../../../scripts/lib/temporal-cli-build.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
let folder: string;
let reports: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-cli-'));
  reports = [];
});

const report = (text: string) => void reports.push(text);

/** Programs of a machine that is not this one: small shell scripts on a PATH of their own. */
function program(path: string, body: string): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\n${body}\n`);
  chmodSync(file, 0o755);
  return file;
}

const says = (server: string) => `echo "temporal version 1.0.0 (Server ${server}, UI 2.50.1)"`;
const ensure = (env: Record<string, string>) =>
  ensureTemporalCli({
    env: { PATH: join(folder, 'bin'), XDG_CACHE_HOME: folder, ...env },
    root,
    report,
  });

describe('finding the Temporal CLI', () => {
  it('takes the one that is named', async () => {
    const path = program('mine', says('1.31.2'));
    program('bin/temporal', says('1.30.0'));
    expect(await ensure({ TEMPORAL_CLI_PATH: path })).toEqual({
      path,
      source: 'TEMPORAL_CLI_PATH',
      serverVersion: '1.31.2',
    });
  });

  it('says so when the one that is named cannot be run, instead of taking another', async () => {
    program('bin/temporal', says('1.31.2'));
    await expect(ensure({ TEMPORAL_CLI_PATH: join(folder, 'nothing') })).rejects.toThrow(
      /TEMPORAL_CLI_PATH: .*nothing is not a program/,
    );
  });

  it('takes the one on the PATH', async () => {
    const path = program('bin/temporal', says('1.31.2'));
    expect(await ensure({})).toMatchObject({ path, source: 'on the PATH' });
  });

  it.runIf(process.platform === 'linux')(
    'passes over one with an old server, and takes the one built for this user',
    async () => {
      const old = program('bin/temporal', says('1.20.0'));
      const built = program(`tandem/${pinnedFolder(root)}/temporal`, says('1.31.2'));
      expect(await ensure({})).toMatchObject({ path: built, source: 'built here' });
      expect(reports).toEqual([`${old} has server 1.20.0, older than 1.28: not used`]);
    },
  );

  it('names the cache after what is pinned', () => {
    expect(pinnedFolder(root)).toMatch(/^temporal-cli-\d+\.\d+\.\d+-server-\d+\.\d+\.\d+$/);
  });
});

function build(body: string) {
  program('bin/go', body);
  const target = join(folder, 'cache', 'temporal');
  const runs = join(folder, 'runs');
  const env = { PATH: `${join(folder, 'bin')}:/usr/bin:/bin`, RUNS: runs };
  const source = join(root, 'deploy', 'temporal-cli');
  return {
    target,
    runs,
    run: (signal?: AbortSignal) => buildTemporalCli({ source, target, env, report, signal }),
  };
}

describe('building the Temporal CLI', () => {
  const fakeGo = `echo run >> $RUNS; sleep 0.3; printf '#!/bin/sh\\n${says('1.31.2')}\\n' > "$GOBIN/temporal"; chmod +x "$GOBIN/temporal"`;

  it('happens once when two starts want it at the same time', async () => {
    const { target, runs, run } = build(fakeGo);
    await Promise.all([run(), run()]);
    expect(readFileSync(runs, 'utf8')).toBe('run\n');
    expect(readFileSync(target, 'utf8')).toContain('Server 1.31.2');
    expect(reports).toContain('another start is building it; waiting');
  });

  it('tidies up after one that was killed', async () => {
    const { target, run } = build(fakeGo);
    program('cache/building-abc/temporal', 'half');
    await run();
    expect(readdirSync(dirname(target))).toEqual(['temporal']);
  });

  it('can be broken off, and leaves nothing', async () => {
    const breaking = new AbortController();
    const { target, run } = build('echo begun > "$RUNS"; exec sleep 60');
    const building = run(breaking.signal);
    await vi.waitFor(() => expect(reports.join()).toContain('building it from source'), {
      timeout: 5_000,
    });
    breaking.abort();
    await expect(building).rejects.toThrow(/could not be built/);
    expect(readdirSync(dirname(target))).toEqual([]);
  });

  it('leaves nothing half built when it fails, and says what else helps', async () => {
    const { target, run } = build('echo half > "$GOBIN/temporal"; echo "no network" >&2; exit 1');
    await expect(run()).rejects.toThrow(/no network[^]*TEMPORAL_CLI_PATH/);
    expect(readdirSync(dirname(target))).toEqual([]);
  });
});
