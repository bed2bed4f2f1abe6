import type { GraphAnswer, GraphCall } from '../graph/exchange.js';
import { GraphFailure } from '../graph/graph-failure.js';
import type { ChangeHistory, Tracked } from '../state/change-history.js';
import type { Entity, EntityKind } from './entity.js';
import { parseFilter } from './filter.js';
import { linkOf } from './list.js';
import { parseSelect, project } from './select.js';

/** How a service answers a delta query over a set of its records. */
export interface DeltaRules<Row extends Tracked> {
  readonly kind: EntityKind;
  readonly context: string;
  readonly pageSize: { readonly default: number; readonly max: number };
  readonly history: ChangeHistory;
  /** Names the set among all removals. */
  readonly scope: string;
  readonly fieldsOf: (row: Row) => Entity;
  readonly toEntity: (row: Row, select: readonly string[] | undefined) => Entity;
  /** A changed row that is outside of what the query covers counts as removed. */
  readonly covers?: (row: Row, options: Readonly<Record<string, string>>) => boolean;
  readonly idOf: (row: Row) => string;
  /** Removed items are named by the ids that never change. */
  readonly usesImmutableIds?: boolean;
  /** Whether a kind of change is told, where a query may narrow that down. */
  readonly tells?: (
    change: 'created' | 'updated' | 'deleted',
    options: Readonly<Record<string, string>>,
  ) => boolean;
  /** Options of the first request that the tokens keep. */
  readonly keptOptions: readonly string[];
}

/** What a token says: up to where has been seen, and up to where this round goes. */
interface Token {
  readonly after: number;
  readonly until: number;
  /** The first round tells of everything and of no removal. */
  readonly isFirst: boolean;
  readonly options: Readonly<Record<string, string>>;
}

interface Change {
  readonly changed: number;
  readonly entity: () => Entity;
}

/**
 * Everything at first, afterwards what changed since the token, oldest change first. Tokens keep the query's options.
 * https://learn.microsoft.com/graph/delta-query-overview
 */
export function deltaAnswer<Row extends Tracked>(
  call: GraphCall,
  rows: readonly Row[],
  rules: DeltaRules<Row>,
): GraphAnswer {
  const token = readToken(call, rules);
  const select = parseSelect(token.options['$select'] ?? null, rules.kind);
  const changes = changesIn(rows, token, rules, select);
  const size = pageSizeOf(call, rules.pageSize, token.options['$top']);
  const page = changes.slice(0, size);
  const last = page.at(-1);
  const link =
    last !== undefined && changes.length > size
      ? { '@odata.nextLink': linkWith(call, '$skiptoken', { ...token, after: last.changed }) }
      : {
          '@odata.deltaLink': linkWith(call, '$deltatoken', {
            after: token.until,
            until: token.until,
            isFirst: false,
            options: token.options,
          }),
        };
  return {
    status: 200,
    ...(size === rules.pageSize.default
      ? {}
      : { headers: { 'Preference-Applied': `odata.maxpagesize=${size}` } }),
    body: JSON.stringify({
      '@odata.context': `${call.root}/$metadata#${rules.context}`,
      ...link,
      value: page.map(({ entity }) => entity()),
    }),
  };
}

function changesIn<Row extends Tracked>(
  rows: readonly Row[],
  token: Token,
  rules: DeltaRules<Row>,
  select: readonly string[] | undefined,
): Change[] {
  const filterText = token.options['$filter'];
  const filter = filterText === undefined ? undefined : parseFilter(filterText, rules.kind);
  const isCovered = (row: Row): boolean =>
    (filter === undefined || filter.test(rules.fieldsOf(row))) &&
    (rules.covers === undefined || rules.covers(row, token.options));
  const isTold = (change: 'created' | 'updated' | 'deleted'): boolean =>
    token.isFirst || rules.tells === undefined || rules.tells(change, token.options);
  const changes: Change[] = [];
  for (const row of rows) {
    if (row.changed <= token.after || row.changed > token.until) continue;
    if (isCovered(row)) {
      if (!isTold(row.created > token.after ? 'created' : 'updated')) continue;
      changes.push({
        changed: row.changed,
        entity: () => project(rules.toEntity(row, select), select),
      });
    } else if (!token.isFirst && row.created <= token.after) {
      changes.push({ changed: row.changed, entity: () => removedEntity(rules, rules.idOf(row)) });
    }
  }
  if (!token.isFirst && isTold('deleted')) {
    for (const removal of rules.history.removalsAfter(rules.scope, token.after)) {
      const { changed, itemId, immutableId } = removal;
      if (changed > token.until) continue;
      const id = rules.usesImmutableIds === true ? (immutableId ?? itemId) : itemId;
      changes.push({ changed, entity: () => removedEntity(rules, id) });
    }
  }
  return changes.toSorted((a, b) => a.changed - b.changed);
}

function removedEntity<Row extends Tracked>({ kind }: DeltaRules<Row>, id: string): Entity {
  return {
    '@odata.type': `#microsoft.graph.${kind.typeName}`,
    id,
    '@removed': { reason: 'deleted' },
  };
}

function readToken<Row extends Tracked>(call: GraphCall, rules: DeltaRules<Row>): Token {
  const { history, kind } = rules;
  const text = call.query.get('$deltatoken') ?? call.query.get('$skiptoken');
  if (text === null || text === '') {
    return { after: 0, until: history.current, isFirst: true, options: optionsOf(call, rules) };
  }
  const token = decodeToken(text);
  if (token === undefined || token.after > history.current) {
    throw kind.badQuery('The sync state of the token is not valid.');
  }
  if (!token.isFirst && token.after < history.oldest) {
    const query = new URLSearchParams({ ...token.options, $deltatoken: '' });
    throw new GraphFailure(
      410,
      'SyncStateNotFound',
      'The sync state generation is not found; perform a full synchronization.',
      { Location: `${linkOf(call)}?${query.toString()}` },
    );
  }
  // A delta link names the end of the last round; this round goes up to now.
  return call.query.has('$deltatoken') ? { ...token, until: history.current } : token;
}

function optionsOf<Row extends Tracked>(
  call: GraphCall,
  { keptOptions, kind }: DeltaRules<Row>,
): Record<string, string> {
  const options: Record<string, string> = {};
  for (const [name, value] of call.query) {
    if (name === '$deltatoken' || name === '$skiptoken') continue;
    if (!keptOptions.includes(name)) {
      throw kind.badQuery(`The query option '${name}' is not supported with delta.`);
    }
    options[name] = value;
  }
  return options;
}

function linkWith(call: GraphCall, name: '$skiptoken' | '$deltatoken', token: Token): string {
  const text = Buffer.from(JSON.stringify(token), 'utf8').toString('base64url');
  return `${linkOf(call)}?${name}=${text}`;
}

function decodeToken(text: string): Token | undefined {
  try {
    const token: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return isToken(token) ? token : undefined;
  } catch {
    return undefined;
  }
}

function isToken(value: unknown): value is Token {
  if (typeof value !== 'object' || value === null) return false;
  const { after, until, isFirst, options } = value as Record<string, unknown>;
  return (
    Number.isInteger(after) &&
    Number.isInteger(until) &&
    typeof isFirst === 'boolean' &&
    typeof options === 'object' &&
    options !== null
  );
}

/** `Prefer: odata.maxpagesize=50` or the query's `$top`, up to the service's limit. */
function pageSizeOf(
  call: GraphCall,
  size: DeltaRules<Tracked>['pageSize'],
  top: string | undefined,
): number {
  const preferred = /\bodata\.maxpagesize\s*=\s*(\d+)/i.exec(call.header('prefer') ?? '')?.[1];
  const wanted = Number(preferred ?? top ?? size.default);
  return Number.isInteger(wanted) && wanted > 0 ? Math.min(wanted, size.max) : size.default;
}
