import { GraphFailure } from '../../graph/graph-failure.js';
import type { GraphAnswer, GraphCall } from '../../graph/exchange.js';
import type { PlannerChange } from '../change-log.js';
import type { PlannerService } from '../planner-service.js';
import { decodeDeltaToken, encodeDeltaToken, type DeltaToken } from './delta-token.js';

export interface DeltaItem {
  /** The task's id where it is about one. */
  readonly id: string;
  readonly json: string;
}

/** One thing that can be followed. */
export interface DeltaQuery {
  readonly scope: string;
  /** `$metadata#…` */
  readonly context: string;
  /** Where the links lead, below the version, with the options that the token stands for. */
  readonly path: string;
  /** Where one begins anew. */
  readonly startPath: string;
  /** What the first round tells. */
  first(): readonly DeltaItem[];
  /** What a client that knew everything before these changes has to hear. */
  items(changes: readonly PlannerChange[]): readonly DeltaItem[];
  /** The same task once more, though nothing that anybody cares about has changed. */
  noise(taskId: string): DeltaItem | undefined;
}

/**
 * A page of a round: items, and a link to the next page or, at the end, to the next round. Whoever comes too late starts
 * anew. https://learn.microsoft.com/graph/delta-query-overview
 */
export function answerDelta(
  service: PlannerService,
  call: GraphCall,
  query: DeltaQuery,
): GraphAnswer {
  const text = call.query.get('$deltatoken') ?? call.query.get('$skiptoken');
  const now = service.now().getTime();
  const token = text === null ? firstToken(service, query) : decodeDeltaToken(text, query.scope);
  const { plannerDeltaMinutes, plannerDeltaNoise, pageSize } = service.settings();
  const upTo = token.round?.upTo ?? service.changes.last();
  const isFirst = token.round?.isFirst ?? false;
  const changes = isFirst ? [] : service.changes.after(token.base);
  if (changes === undefined || now - token.issuedAt > plannerDeltaMinutes * 60_000) {
    throw tooOld(call, query);
  }
  const real = isFirst
    ? query.first()
    : query.items(changes.filter((change) => change.seq <= upTo));
  const said = new Set(real.map(({ id }) => id));
  const again = plannerDeltaNoise ? token.told.filter((id) => !said.has(id)) : [];
  const items = [...real, ...again.flatMap((id) => query.noise(id) ?? [])];
  const offset = token.round?.offset ?? 0;
  const page = items.slice(offset, offset + pageSize);
  const end = offset + page.length;
  const link =
    end < items.length
      ? linkTo(call, query, '$skiptoken', { ...token, round: { upTo, offset: end, isFirst } })
      : linkTo(call, query, '$deltatoken', {
          scope: query.scope,
          base: upTo,
          issuedAt: now,
          told: isFirst ? [] : [...said],
          round: null,
        });
  const name = end < items.length ? '@odata.nextLink' : '@odata.deltaLink';
  const context = JSON.stringify(`${call.root}/$metadata#${query.context}`);
  return {
    status: 200,
    headers: { 'Preference-Applied': 'odata.track-changes' },
    body: `{"@odata.context":${context},"${name}":${JSON.stringify(link)},"value":[${page
      .map(({ json }) => json)
      .join(',')}]}`,
  };
}

function firstToken(service: PlannerService, query: DeltaQuery): DeltaToken {
  const upTo = service.changes.last();
  return {
    scope: query.scope,
    base: upTo,
    issuedAt: service.now().getTime(),
    told: [],
    round: { upTo, offset: 0, isFirst: true },
  };
}

function linkTo(call: GraphCall, query: DeltaQuery, name: string, token: DeltaToken): string {
  const separator = query.path.includes('?') ? '&' : '?';
  const parameter = `${encodeURIComponent(name)}=${encodeDeltaToken(token)}`;
  return `${call.root}/${query.path}${separator}${parameter}`;
}

function tooOld(call: GraphCall, query: DeltaQuery): GraphFailure {
  const separator = query.startPath.includes('?') ? '&' : '?';
  return new GraphFailure(
    410,
    'syncStateNotFound',
    'The delta token is too old. Start again without it.',
    { Location: `${call.root}/${query.startPath}${separator}$deltatoken=` },
  );
}
