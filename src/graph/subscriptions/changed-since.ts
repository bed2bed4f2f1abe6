import { z } from 'zod';
import { GraphError } from '../../domain/graph-error.js';
import { watchableOf } from '../../domain/subscriptions/watch-request.js';
import type { ChangeType, ResyncWay } from '../../domain/subscriptions/watchable-resource.js';
import type { GraphGateway } from '../gateway/graph-gateway.js';
import { toOwnError } from '../gateway/graph-failure.js';
import { parseAnswer } from '../parse-answer.js';
import { toRequestPath } from '../resources/resource-path.js';

/** Something that changed while no notification may have come. */
export interface FoundChange {
  readonly changeType: ChangeType;
  /** Path of what changed, as a notification would name it. */
  readonly resource: string;
  readonly resourceId: string;
  /** Its etag; null where Graph gives none. */
  readonly version: string | null;
}

/** One page of what was found; the last one says from where to look the next time. */
export interface FoundPage {
  readonly changes: readonly FoundChange[];
  readonly deltaPath: string | null;
}

export interface LookBack {
  readonly resource: string;
  readonly changeTypes: readonly ChangeType[];
  /** ms since the epoch. */
  readonly since: number;
  readonly deltaPath: string | null;
}

/** Looks for changes without notifications. Only reads; rejects with a GraphError. */
export interface Changes {
  /** From where to look later on; null for resources that have no such thing. */
  beginDelta(resource: string): Promise<string | null>;
  /** What changed, page by page, in the way that the resource offers. Some may be older, and some are seen twice. */
  since(look: LookBack): AsyncGenerator<FoundPage>;
}

const itemSchema = z.looseObject({
  id: z.string(),
  '@odata.etag': z.string().optional(),
  '@removed': z.unknown().optional(),
  etag: z.string().optional(),
  createdDateTime: z.string().nullish(),
  lastModifiedDateTime: z.string().nullish(),
  deletedDateTime: z.string().nullish(),
});
type Item = z.output<typeof itemSchema>;
const pageSchema = z.object({
  value: z.array(itemSchema),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional(),
});
const mostPages = 10_000;

/**
 * https://learn.microsoft.com/graph/delta-query-overview, /graph/api/chat-list-messages, /graph/api/chatmessage-delta;
 * lastModifiedDateTime of /graph/api/resources/message, event and todotask.
 */
export function createChanges(gateway: GraphGateway): Changes {
  async function* pagesOf(
    first: string,
  ): AsyncGenerator<{ items: readonly Item[]; deltaPath: string | null }> {
    let path = first;
    for (let pages = 0; pages < mostPages; pages += 1) {
      const { body } = await gateway.send({ method: 'GET', path, lane: 'sweep' });
      const page = parseAnswer(pageSchema, body, 'no');
      const { '@odata.nextLink': next, '@odata.deltaLink': delta } = page;
      yield { items: page.value, deltaPath: delta === undefined ? null : gateway.toPath(delta) };
      if (next === undefined) return;
      path = gateway.toPath(next);
    }
    throw toOwnError('unexpected', 'A list of Microsoft Graph has no end');
  }

  /** A link that is a week old has ended (410): then everything is looked at, because anything may have changed. */
  async function* directoryDelta(look: LookBack): AsyncGenerator<FoundPage> {
    const everything = `${pathOf(look.resource)}/delta`;
    try {
      yield* deltaFrom(look, look.deltaPath ?? everything);
    } catch (error) {
      if (!isOver(error)) throw error;
      yield* deltaFrom(look, everything);
    }
  }

  async function* deltaFrom(look: LookBack, path: string): AsyncGenerator<FoundPage> {
    for await (const { items, deltaPath } of pagesOf(path)) {
      yield { changes: items.flatMap((item) => toDirectoryChange(look, item)), deltaPath };
    }
  }

  async function* collection(look: LookBack, way: ResyncWay): AsyncGenerator<FoundPage> {
    for await (const { items } of pagesOf(`${pathOf(look.resource)}${queryOf(way, look.since)}`)) {
      yield { changes: items.flatMap((item) => toChange(look, item)), deltaPath: look.deltaPath };
    }
  }

  return {
    async beginDelta(resource) {
      if (watchableOf(resource)?.resync !== 'directory_delta') return null;
      let latest: string | null = null;
      try {
        for await (const { deltaPath } of pagesOf(`${pathOf(resource)}/delta?$deltatoken=latest`)) {
          latest = deltaPath;
        }
      } catch (error) {
        // Without it a later look sees everything: no reason to go without notifications.
        if (!isRefused(error)) throw error;
      }
      return latest;
    },

    async *since(look) {
      const way = watchableOf(look.resource)?.resync ?? 'none';
      switch (way) {
        case 'none':
          return;
        case 'itself':
          yield { changes: itself(look), deltaPath: null };
          return;
        case 'directory_delta':
          yield* directoryDelta(look);
          return;
        case 'modified':
        case 'chat_messages':
        case 'channel_messages':
        case 'list':
          yield* collection(look, way);
      }
    },
  };
}

function queryOf(way: ResyncWay, since: number): string {
  const time = new Date(since).toISOString();
  switch (way) {
    case 'modified':
      return `?$filter=${encodeURIComponent(`lastModifiedDateTime ge ${time}`)}&$select=id,createdDateTime,lastModifiedDateTime&$top=200`;
    case 'chat_messages':
      return `?$orderby=${encodeURIComponent('lastModifiedDateTime desc')}&$filter=${encodeURIComponent(`lastModifiedDateTime gt ${time}`)}&$top=50`;
    case 'channel_messages':
      return `/delta?$filter=${encodeURIComponent(`lastModifiedDateTime gt ${time}`)}`;
    case 'directory_delta':
    case 'itself':
    case 'list':
    case 'none':
      return '';
  }
}

function isRefused(error: unknown): boolean {
  const codes: readonly string[] = ['forbidden', 'not_supported'];
  return isOver(error) || (error instanceof GraphError && codes.includes(error.code));
}

/** 410, or 400 for a token that the service cannot read any more. */
function isOver(error: unknown): boolean {
  return (
    error instanceof GraphError &&
    ['resync_required', 'not_found', 'bad_request'].includes(error.code)
  );
}

function itself({ resource, changeTypes }: LookBack): readonly FoundChange[] {
  if (!changeTypes.includes('updated')) return [];
  // Who belongs to a group is told of the group: Graph has no address for a single membership.
  const path = resource.replace(/^(groups\/[^/]+)\/(?:members|owners)$/, '$1');
  const resourceId = path.split('/').at(-1) ?? path;
  return [{ changeType: 'updated', resource: path, resourceId, version: null }];
}

function toDirectoryChange({ resource, changeTypes }: LookBack, item: Item): FoundChange[] {
  const changeType = item['@removed'] === undefined ? 'updated' : 'deleted';
  if (!changeTypes.includes(changeType)) return [];
  return [{ changeType, resource: `${resource}/${item.id}`, resourceId: item.id, version: null }];
}

function toChange({ resource, changeTypes, since }: LookBack, item: Item): FoundChange[] {
  const changeType = changeOf(item, changeTypes, since);
  if (changeType === null) return [];
  const version = item['@odata.etag'] ?? item.etag ?? null;
  return [
    { changeType, resource: `${placeOf(resource)}/${item.id}`, resourceId: item.id, version },
  ];
}

/** Null for a change of a kind that nobody asked for. */
function changeOf(item: Item, wanted: readonly ChangeType[], since: number): ChangeType | null {
  if (item.deletedDateTime != null) return wanted.includes('deleted') ? 'deleted' : null;
  const isNew = item.createdDateTime != null && Date.parse(item.createdDateTime) >= since;
  if (isNew && wanted.includes('created')) return 'created';
  return wanted.includes('updated') ? 'updated' : null;
}

/** Notifications name a message without its folder, because it moves between them. */
function placeOf(resource: string): string {
  return resource.replace(/\/mailFolders\/[^/]+\/messages$/, '/messages');
}

function pathOf(resource: string): string {
  return toRequestPath(resource.split('/'));
}
