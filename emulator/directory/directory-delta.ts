import type { GraphAnswer, GraphCall } from '../graph/exchange.js';
import { GraphFailure } from '../graph/graph-failure.js';
import { parseSelect } from '../odata/select.js';
import type { Entity } from '../odata/entity.js';
import type { DirectoryChange } from './directory-history.js';
import type { FollowedKind } from './directory-entities.js';
import { badDirectoryRequest, unsupportedQuery } from './directory-failures.js';
import { pick } from './directory-lists.js';
import type { DirectoryService } from './directory-service.js';

const PAGE = 100;
const MAX_FILTERED = 50;
const DAY_MS = 86_400_000;
const KNOWN_OPTIONS = ['$select', '$filter', '$deltatoken', '$skiptoken'];

/** What a token of a delta link holds. */
interface DeltaState {
  /** Changes up to this one are known; `null` while everything is being listed. */
  readonly seq: number | null;
  /** Where the next link goes on: the number of rows shown. */
  readonly shown: number;
  /** Changes after this one belong to the next round. */
  readonly until: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly select: string | null;
  readonly ids: readonly string[] | null;
}

export interface DeltaSource {
  readonly kind: FollowedKind;
  entities(): readonly Entity[];
  /** All members of an object as it now is; for groups. */
  membersOf?(id: string): readonly string[];
}

/**
 * Everything at first, then what changed. https://learn.microsoft.com/graph/delta-query-overview
 */
export function directoryDelta(
  service: DirectoryService,
  call: GraphCall,
  source: DeltaSource,
): GraphAnswer {
  const state = readState(service, call, source.kind);
  const select = parseSelect(state.select, source.kind) ?? source.kind.defaults;
  const rows =
    state.seq === null
      ? everything(source, state, select)
      : changes(service, source, { state, seq: state.seq, select, call });
  const page = rows.slice(state.shown, state.shown + PAGE);
  const shown = state.shown + page.length;
  const link =
    shown < rows.length
      ? { '@odata.nextLink': linkOf(call, '$skiptoken', { ...state, shown }) }
      : {
          '@odata.deltaLink': linkOf(call, '$deltatoken', {
            ...state,
            seq: state.until,
            shown: 0,
            at: service.now().getTime(),
          }),
        };
  return {
    status: 200,
    body: JSON.stringify({
      '@odata.context': `${call.root}/$metadata#${source.kind.set}`,
      ...link,
      value: page,
    }),
  };
}

function everything(
  source: DeltaSource,
  state: DeltaState,
  select: readonly string[],
): readonly Entity[] {
  return source
    .entities()
    .filter(({ id }) => state.ids === null || state.ids.includes(String(id)))
    .map((entity) => {
      const members = source.membersOf?.(String(entity['id'])) ?? [];
      return {
        ...shown(entity, select),
        ...(members.length === 0
          ? {}
          : {
              'members@delta': members.map((id) => ({
                '@odata.type': '#microsoft.graph.user',
                id,
              })),
            }),
      };
    });
}

function changes(
  service: DirectoryService,
  source: DeltaSource,
  round: {
    readonly state: DeltaState;
    readonly seq: number;
    readonly select: readonly string[];
    readonly call: GraphCall;
  },
): readonly Entity[] {
  const { state, seq, select, call } = round;
  const all = service.changes.since(seq, source.kind.set);
  if (all === undefined) throw gone(call, state);
  const relevant = all.filter(
    (change) => change.seq <= state.until && (state.ids === null || state.ids.includes(change.id)),
  );
  const byId = new Map<string, readonly DirectoryChange[]>();
  for (const change of relevant) byId.set(change.id, [...(byId.get(change.id) ?? []), change]);
  const entities = new Map(source.entities().map((entity) => [entity['id'], entity]));
  return [...byId].map(([id, steps]) => {
    const entity = entities.get(id);
    const last = steps.at(-1);
    if (entity === undefined) {
      return { id, '@removed': { reason: last?.removed ?? 'changed' } };
    }
    const members = memberSteps(steps);
    return {
      ...shown(entity, select),
      ...(members.length === 0 ? {} : { 'members@delta': members }),
    };
  });
}

/** Only the last step of each member counts. */
function memberSteps(steps: readonly DirectoryChange[]): readonly Entity[] {
  const last = new Map(
    steps.flatMap(({ members }) => members.map((member) => [member.id, member])),
  );
  return [...last.values()].map(({ id, isGone }) => ({
    '@odata.type': '#microsoft.graph.user',
    id,
    ...(isGone ? { '@removed': { reason: 'deleted' } } : {}),
  }));
}

/** Here the id is always there. */
function shown(entity: Entity, select: readonly string[]): Entity {
  return pick(entity, select.includes('id') ? select : [...select, 'id']);
}

function readState(service: DirectoryService, call: GraphCall, kind: FollowedKind): DeltaState {
  for (const name of call.query.keys()) {
    if (name.startsWith('$') && !KNOWN_OPTIONS.includes(name)) {
      throw unsupportedQuery(`The query option '${name}' is not supported by delta.`);
    }
  }
  const token = call.query.get('$deltatoken');
  const place = call.query.get('$skiptoken');
  const now = service.now().getTime();
  const until = service.changes.lastSeq;
  if (place === null && (token === null || token === '' || token === 'latest')) {
    return {
      seq: token === 'latest' ? until : null,
      shown: 0,
      until,
      at: now,
      select: call.query.get('$select'),
      ids: readIds(call.query.get('$filter'), kind),
    };
  }
  const state = decode(place ?? token ?? '');
  const { deltaTokenDays } = service.settings();
  if (now - state.at >= deltaTokenDays * DAY_MS) throw gone(call, state);
  return place === null ? { ...state, until } : state;
}

/** `id eq 'x' or id eq 'y'` is all that delta filters by. */
function readIds(filter: string | null, kind: FollowedKind): readonly string[] | null {
  if (filter === null) return null;
  const ids = filter
    .split(/\s+or\s+/i)
    .map((part) => /^\s*id\s+eq\s+'([^']+)'\s*$/i.exec(part)?.[1]);
  const known = ids.filter((id) => id !== undefined);
  if (known.length !== ids.length || known.length > MAX_FILTERED) {
    throw unsupportedQuery(
      `Delta of ${kind.set} is filtered by up to ${MAX_FILTERED} ids and nothing else.`,
    );
  }
  return known;
}

/** The client starts anew where `Location` says. */
function gone(call: GraphCall, state: DeltaState): GraphFailure {
  const query = new URLSearchParams({
    $deltatoken: '',
    ...(state.select === null ? {} : { $select: state.select }),
  });
  return new GraphFailure(
    410,
    'syncStateNotFound',
    'The sync state generation is not found; a full synchronization is required.',
    { Location: `${call.root}/${call.segments.join('/')}?${query.toString()}` },
  );
}

function linkOf(call: GraphCall, name: string, state: DeltaState): string {
  const token = Buffer.from(JSON.stringify(state)).toString('base64url');
  return `${call.root}/${call.segments.join('/')}?${name}=${token}`;
}

function decode(token: string): DeltaState {
  const bad = badDirectoryRequest('Badly formed token.');
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
  } catch {
    throw bad;
  }
  if (!isState(value)) throw bad;
  return value;
}

function isState(value: unknown): value is DeltaState {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['seq', 'shown', 'until', 'at', 'select', 'ids'].every((name) => name in value)
  );
}
