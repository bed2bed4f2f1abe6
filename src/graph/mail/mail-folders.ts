import * as z from 'zod';
import { graphSegment } from '../graph-segment.js';
import { readPage, type Page } from '../pages/read-page.js';
import { parseAnswer } from '../parse-answer.js';
import { withQuery } from '../query.js';
import { immutableIds, type Mailbox } from './mailbox.js';
import { selectOf } from './message.js';

/** https://learn.microsoft.com/graph/api/resources/mailfolder */
const folderSchema = z.object({
  id: z.string(),
  displayName: z.string().nullish(),
  parentFolderId: z.string().nullish(),
  childFolderCount: z.int().nullish(),
  unreadItemCount: z.int().nullish(),
  totalItemCount: z.int().nullish(),
});

export type MailFolder = z.infer<typeof folderSchema>;

/** Names that stand for an id in paths and destinations. /graph/api/resources/mailfolder#well-known-folder-names */
export const wellKnownFolders = [
  'inbox',
  'drafts',
  'sentitems',
  'deleteditems',
  'archive',
  'junkemail',
  'outbox',
] as const;

/** `parent` undefined: those of the mailbox itself. https://learn.microsoft.com/graph/api/user-list-mailfolders */
export function listFolders(
  { graph, path }: Mailbox,
  parent: string | undefined,
  page: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<MailFolder>> {
  return readPage(graph, folderSchema, {
    path: childrenOf(path, parent),
    query: selectOf(folderSchema),
    headers: immutableIds,
    ...page,
  });
}

/** `id`: or a well-known name. */
export async function readFolder({ graph, path }: Mailbox, id: string): Promise<MailFolder> {
  const { body } = await graph.send({
    method: 'GET',
    path: withQuery(`${path}/mailFolders/${graphSegment(id)}`, selectOf(folderSchema)),
    headers: immutableIds,
  });
  return parseAnswer(folderSchema, body, 'no');
}

/** https://learn.microsoft.com/graph/api/user-post-mailfolders */
export async function createFolder(
  { graph, path }: Mailbox,
  { displayName, parent }: { readonly displayName: string; readonly parent?: string | undefined },
): Promise<MailFolder> {
  const { body } = await graph.send({
    method: 'POST',
    path: childrenOf(path, parent),
    headers: immutableIds,
    body: { displayName },
  });
  return parseAnswer(folderSchema, body, 'unknown');
}

function childrenOf(path: string, parent: string | undefined): string {
  return parent === undefined
    ? `${path}/mailFolders`
    : `${path}/mailFolders/${graphSegment(parent)}/childFolders`;
}
