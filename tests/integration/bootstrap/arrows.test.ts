import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
let project: string;

/** A small project with the layout of this one, judged by this one's rules. */
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'tandem-arrows-'));
  for (const file of [
    '.dependency-cruiser.cjs',
    '.oxlintrc.json',
    'tsconfig.json',
    'package.json',
  ]) {
    cpSync(join(root, file), join(project, file));
  }
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'), 'dir');
  write(
    'src/domain/task.ts',
    'export interface Task { readonly id: string }\nexport const one = 1;',
  );
  write(
    'src/tasks/store.ts',
    "import type { Task } from '../domain/task.js';\nexport type Kept = Task;",
  );
  write(
    'src/config/load.ts',
    'export interface Config { readonly port: number }\nexport const two = 2;',
  );
  write(
    'activities/index.ts',
    'export interface Activities { run(): void }\nexport const three = 3;',
  );
  write('workflows/sync/contract.ts', "export const name = 'sync';");
  write(
    'workflows/sync/workflow.ts',
    "import { one } from '../../src/domain/task.js';\nexport const four = one;",
  );
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), `${text}\n`);
}

function run(tool: string, args: readonly string[]): string {
  const file = join(root, 'node_modules', tool);
  const { stdout, stderr } = spawnSync(process.execPath, [file, ...args], {
    cwd: project,
    encoding: 'utf8',
  });
  return stdout + stderr;
}

const cruise = () =>
  run('dependency-cruiser/bin/dependency-cruise.mjs', [
    '--config',
    '.dependency-cruiser.cjs',
    'src',
    'workflows',
    'activities',
  ]);
const lint = () => run('oxlint/bin/oxlint', ['src', 'workflows', 'activities']);

describe('the arrows between folders', () => {
  it('are kept by code that follows them', () => {
    expect(cruise()).toContain('no dependency violations found');
    expect(lint()).toContain('Found 0 warnings and 0 errors');
  });

  it.each([
    ['src/domain/a.ts', "export type { Kept } from '../tasks/store.js';", 'domain-imports'],
    [
      'src/domain/a.ts',
      "import type { Kept } from '../tasks/store.js';\nexport type A = Kept;",
      'domain-imports',
    ],
    [
      'src/domain/a.ts',
      "import { readFileSync } from 'node:fs';\nexport const a = readFileSync;",
      'domain-is-pure',
    ],
    ['src/tasks/a.ts', "import { a } from '../http/a.js';\nexport const b = a;", 'tasks-imports'],
    [
      'src/sync/a.ts',
      "import { a } from '../operations/a.js';\nexport const b = a;",
      'sync-imports',
    ],
    [
      'src/temporal/a.ts',
      "import { four } from '../../workflows/sync/workflow.js';\nexport const b = four;",
      'clients-know-contracts',
    ],
    [
      'src/tasks/a.ts',
      "import { three } from '../../activities/index.js';\nexport const b = three;",
      'only-roots-know-activities',
    ],
    [
      'workflows/a.ts',
      "import type { Kept } from '../src/tasks/store.js';\nexport type A = Kept;",
      'workflows-imports',
    ],
    [
      'workflows/a.ts',
      "import { Client } from '@temporalio/client';\nexport const b = Client;",
      'workflows-runtime',
    ],
    [
      'activities/a.ts',
      "import { four } from '../workflows/sync/workflow.js';\nexport const b = four;",
      'activities-imports',
    ],
    [
      'src/tasks/a.ts',
      "import { nothing } from './nowhere.js';\nexport const b = nothing;",
      'no-unresolvable',
    ],
    [
      'src/tasks/a.ts',
      "import fc from 'fast-check';\nexport const b = fc;",
      'no-dev-dependencies-in-product',
    ],
  ])('%s with %s is found as %s', (path, text, rule) => {
    write('src/http/a.ts', 'export const a = 1;');
    write('src/operations/a.ts', 'export const a = 1;');
    write(path, text);
    expect(cruise()).toMatch(new RegExp(`error ${rule}: ${path.replaceAll('.', '\\.')}`));
  });

  it.each([
    [
      'a workflow that runs activity code',
      'workflows/a.ts',
      "import { three } from '../activities/index.js';\nexport const b = three;",
      /Activity code in a workflow/,
    ],
    [
      'a folder that reads the configuration itself',
      'src/tasks/a.ts',
      "import { two } from '../config/load.js';\nexport const b = two;",
      /Values of the configuration are passed in/,
    ],
    [
      'a circle',
      'src/tasks/a.ts',
      "import { b } from './b.js';\nexport const a = (): number => b();",
      /no-cycle/,
    ],
  ])('%s is found', (_, path, text, message) => {
    write('src/tasks/b.ts', "import { a } from './a.js';\nexport const b = (): number => a();");
    write(path, text);
    expect(lint()).toMatch(message);
  });

  it('lets types of activities and of the configuration through', () => {
    write(
      'workflows/a.ts',
      "import type { Activities } from '../activities/index.js';\nexport type A = Activities;",
    );
    write(
      'src/tasks/a.ts',
      "import type { Config } from '../config/load.js';\nexport type B = Config;",
    );
    expect(lint()).toContain('Found 0 warnings and 0 errors');
  });
});
