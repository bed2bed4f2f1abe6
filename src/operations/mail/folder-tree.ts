import {
  listFolders,
  readFolder,
  wellKnownFolders,
  type MailFolder,
} from '../../graph/mail/mail-folders.js';
import type { Mailbox } from '../../graph/mail/mailbox.js';
import { requireOne } from '../names/require-one.js';

export interface PlacedFolder {
  readonly id: string;
  /** `Inbox/Customers` */
  readonly path: string;
  readonly folder: MailFolder;
}

const mostFolders = 500;
const deepest = 8;
const pageSize = 100;

/** All folders, each behind its parent; at most 500. */
export async function readFolderTree(
  mailbox: Mailbox,
): Promise<{ readonly folders: readonly PlacedFolder[]; readonly isComplete: boolean }> {
  let room = mostFolders;
  let isComplete = true;
  const level = async (
    parent: PlacedFolder | undefined,
    depth: number,
  ): Promise<PlacedFolder[]> => {
    const rows: MailFolder[] = [];
    let cursor: string | undefined;
    do {
      const page = await listFolders(mailbox, parent?.id, { limit: pageSize, cursor });
      rows.push(...page.rows.slice(0, room));
      if (page.rows.length > room) isComplete = false;
      room -= Math.min(room, page.rows.length);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined && room > 0);
    if (cursor !== undefined) isComplete = false;
    const branches = await Promise.all(
      rows.map(async (folder) => {
        const name = folder.displayName ?? folder.id;
        const path = parent === undefined ? name : `${parent.path}/${name}`;
        const placed = { id: folder.id, path, folder };
        if ((folder.childFolderCount ?? 0) === 0) return [placed];
        if (depth >= deepest || room === 0) {
          isComplete = false;
          return [placed];
        }
        return [placed, ...(await level(placed, depth + 1))];
      }),
    );
    return branches.flat();
  };
  return { folders: await level(undefined, 1), isComplete };
}

/**
 * The id, or Graph's own name, of the folder that is meant. ProblemError invalid_input with candidates for a name that is
 * none, or that of several: then `Inbox/Customers` tells them apart.
 */
export async function requireFolderId(
  mailbox: Mailbox,
  wanted: string,
  field: string,
): Promise<string> {
  const known = wellKnown(wanted);
  if (known !== null) return known;
  if (isFolderId(wanted)) return wanted;
  const { folders } = await readFolderTree(mailbox);
  const byPath = folders.find(({ path }) => path.toLowerCase() === wanted.trim().toLowerCase());
  if (byPath !== undefined) return byPath.id;
  const named = folders.map(({ id, folder }) => ({ id, name: folder.displayName ?? id }));
  return requireOne(named, wanted, { field, thing: 'folder' }).id;
}

/** The same with the name that people know it by, for a sentence. */
export async function requireFolder(
  mailbox: Mailbox,
  wanted: string,
  field: string,
): Promise<{ readonly id: string; readonly name: string }> {
  const id = await requireFolderId(mailbox, wanted, field);
  const folder = await readFolder(mailbox, id);
  return { id: folder.id, name: folder.displayName ?? wanted };
}

/** `Sent Items` is `sentitems`, whatever the mailbox's language calls it. */
function wellKnown(name: string): string | null {
  const word = name.toLowerCase().replaceAll(/[\s_-]/g, '');
  return wellKnownFolders.find((known) => known === word) ?? null;
}

/** Exchange's ids are long base64. */
function isFolderId(text: string): boolean {
  return /^[\w-]{60,}={0,2}$/.test(text);
}
