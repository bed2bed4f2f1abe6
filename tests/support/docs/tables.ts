import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'prettier';
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
];

export interface CurrentDocument {
  readonly file: string;
  readonly text: string;
  /** As it has to be. */
  readonly current: string;
}

/** Every document with its tables as they have to be. `root`: of the project. */
export async function currentDocuments(root: string): Promise<readonly CurrentDocument[]> {
  const files = [...new Set(tables.map(({ file }) => file))];
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(root, file), 'utf8');
      const filled = tables
        .filter((table) => table.file === file)
        .reduce((before, table) => fill(before, table), text);
      const current = await format(filled, { parser: 'markdown' });
      return { file, text, current };
    }),
  );
}

/** `npm run docs`. */
export async function writeDocuments(root: string): Promise<void> {
  for (const { file, text, current } of await currentDocuments(root)) {
    if (text !== current) await writeFile(join(root, file), current);
  }
}

function fill(text: string, { file, name, make }: Table): string {
  const begin = `<!-- ${name}: made by npm run docs -->`;
  const end = `<!-- end of ${name} -->`;
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${file} has no place for the table ${name}`);
  return `${text.slice(0, from + begin.length)}\n\n${make()}\n\n${text.slice(to)}`;
}
