import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { operationTables } from './operation-tables.js';
import { applicationPermissions, delegatedPermissions } from './permission-tables.js';
import { profileTable } from './profile-table.js';
import { trialTable } from './trial-table.js';

/** A part of a document that is made from the registry or the tests, between two comments that name it. */
interface Table {
  readonly file: string;
  readonly name: string;
  readonly make: () => string;
}

const tables: readonly Table[] = [
  { file: 'docs/tools.md', name: 'profiles', make: profileTable },
  { file: 'docs/tools.md', name: 'tried jobs', make: trialTable },
  { file: 'docs/every-operation.md', name: 'operations', make: operationTables },
  { file: 'docs/connect.md', name: 'delegated permissions', make: delegatedPermissions },
  { file: 'README.md', name: 'application permissions', make: applicationPermissions },
];

/** Documents with their tables as the registry has them, by their path in the project. `root`: of the project. */
export async function currentDocuments(root: string): Promise<Readonly<Record<string, string>>> {
  const files = [...new Set(tables.map(({ file }) => file))];
  const current = files.map(async (file): Promise<[string, string]> => {
    const text = await readFile(join(root, file), 'utf8');
    const filled = tables
      .filter((table) => table.file === file)
      .reduce((before, table) => fill(before, table), text);
    const style = await resolveConfig(join(root, file));
    return [file, await format(filled, { ...style, parser: 'markdown' })];
  });
  return Object.fromEntries(await Promise.all(current));
}

function fill(text: string, { file, name, make }: Table): string {
  const begin = `<!-- ${name}: made by npm run generate -->`;
  const end = `<!-- end of ${name} -->`;
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${file} has no place for the table ${name}`);
  return `${text.slice(0, from + begin.length)}\n\n${make()}\n\n${text.slice(to)}`;
}
