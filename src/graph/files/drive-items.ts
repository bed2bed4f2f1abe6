import * as z from 'zod';
import type { GraphGateway } from '../gateway/graph-gateway.js';
import { graphSegment } from '../graph-segment.js';
import { readPage, type Page } from '../pages/read-page.js';
import { parseAnswer } from '../parse-answer.js';
import { odataText, withQuery } from '../query.js';

const author = z
  .object({ user: z.object({ displayName: z.string().nullish() }).nullish() })
  .nullish();

const facets = {
  size: z.number().nullish(),
  webUrl: z.string().nullish(),
  file: z.object({ mimeType: z.string().nullish() }).nullish(),
  folder: z.object({ childCount: z.number().nullish() }).nullish(),
  parentReference: z
    .object({ driveId: z.string().nullish(), path: z.string().nullish() })
    .nullish(),
};

/** https://learn.microsoft.com/graph/api/resources/driveitem */
export const driveItemSchema = z.object({
  id: z.string(),
  name: z.string().nullish(),
  lastModifiedDateTime: z.string().nullish(),
  lastModifiedBy: author,
  ...facets,
  /** It stands for this item of another drive: https://learn.microsoft.com/graph/api/resources/remoteitem */
  remoteItem: z.object({ id: z.string().nullish(), ...facets }).nullish(),
});

export type DriveItem = z.infer<typeof driveItemSchema>;

type Graph = Pick<GraphGateway, 'send'>;

/** An item of a drive: by its id, or by its path from the root (`Plans/2027.md`; empty: the root). */
export type ItemName = { readonly id: string } | { readonly path: string };

interface PageOf {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

const $select = Object.keys(driveItemSchema.shape).join(',');

/** `drive`: a path like `/users/{id}/drive`. https://learn.microsoft.com/graph/api/driveitem-list-children */
export function readChildren(
  graph: Graph,
  drive: string,
  folder: ItemName,
  page: PageOf,
): Promise<Page<DriveItem>> {
  return readPage(graph, driveItemSchema, {
    path: itemPath(drive, folder, 'children'),
    query: { $select },
    ...page,
  });
}

/** https://learn.microsoft.com/graph/api/driveitem-get */
export async function readItem(graph: Graph, drive: string, item: ItemName): Promise<DriveItem> {
  const path = withQuery(itemPath(drive, item), { $select });
  const { body } = await graph.send({ method: 'GET', path });
  return parseAnswer(driveItemSchema, body, 'no');
}

const downloadSchema = driveItemSchema.extend({
  '@microsoft.graph.downloadUrl': z.url().nullish(),
});

/** The same with where its content can be had for some minutes, without a token: a secret, not to be kept or shown. */
export async function readDownload(
  graph: Graph,
  drive: string,
  item: ItemName,
): Promise<{ readonly item: DriveItem; readonly url: string | null }> {
  const { body } = await graph.send({ method: 'GET', path: itemPath(drive, item) });
  const { '@microsoft.graph.downloadUrl': url, ...found } = parseAnswer(downloadSchema, body, 'no');
  return { item: found, url: url ?? null };
}

/** In names, texts and properties of a drive. https://learn.microsoft.com/graph/api/driveitem-search */
export function searchDrive(
  graph: Graph,
  drive: string,
  words: string,
  page: PageOf,
): Promise<Page<DriveItem>> {
  return readPage(graph, driveItemSchema, {
    path: `${drive}/root/search(q=${encodeURIComponent(odataText(words))})`,
    query: { $select },
    ...page,
  });
}

/** https://learn.microsoft.com/graph/onedrive-addressing-driveitems */
function itemPath(drive: string, item: ItemName, below?: string): string {
  const end = below === undefined ? '' : `/${below}`;
  if ('id' in item) return `${drive}/items/${graphSegment(item.id)}${end}`;
  const names = item.path.split('/').filter((name) => name !== '');
  if (names.length === 0) return `${drive}/root${end}`;
  const path = names.map(graphSegment).join('/');
  return `${drive}/root:/${path}${below === undefined ? '' : `:${end}`}`;
}
