import type { LoggedRequest } from './graph-control.js';

/** What the product asked of Graph, as the emulator's log has it. */
export interface Traffic {
  /** HTTP requests by what they were for; a batch of several kinds counts once, under all their names. */
  readonly http: ReadonlyMap<string, number>;
  readonly httpRequests: number;
  /** Requests by kind, each item of a batch for itself. */
  readonly items: ReadonlyMap<Kind, number>;
}

export type Kind = 'create' | 'change' | 'details' | 'read' | 'list' | 'plan' | 'other';

/** What the app did for the plan; people's requests and those for other plans alone are left out. */
export function toTraffic(log: readonly LoggedRequest[], planId: string): Traffic {
  const items = log.filter(
    (entry) => entry.appId !== undefined && entry.planId === planId && !isBatch(entry),
  );
  const kindsOfHttp = new Map<string, Set<Kind>>();
  const counts = new Map<Kind, number>();
  for (const entry of items) {
    const kind = kindOf(entry);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    const id = entry.batchId ?? entry.clientRequestId;
    const kinds = kindsOfHttp.get(id) ?? new Set();
    kindsOfHttp.set(id, kinds.add(kind));
  }
  const http = new Map<string, number>();
  for (const kinds of kindsOfHttp.values()) {
    const name = [...kinds].sort().join('+');
    http.set(name, (http.get(name) ?? 0) + 1);
  }
  return { http, httpRequests: kindsOfHttp.size, items: counts };
}

export function describeTraffic({ http, httpRequests }: Traffic): string {
  const parts = [...http].sort(([, a], [, b]) => b - a).map(([name, n]) => `${n} ${name}`);
  return `${httpRequests} HTTP requests: ${parts.join(', ')}`;
}

/** When Graph had answered the last accepted write in the plan (ms since the epoch); NaN when there was none. */
export function lastWriteEnd(log: readonly LoggedRequest[], planId: string): number {
  const batches = new Map(log.filter(isBatch).map((entry) => [entry.clientRequestId, entry]));
  const ends = log
    .filter((entry) => entry.planId === planId && isAcceptedWrite(entry))
    .map((entry) => {
      // The answer to an item travels with that of its batch.
      const http = entry.batchId === undefined ? entry : (batches.get(entry.batchId) ?? entry);
      return Date.parse(http.at) + http.ms;
    });
  return ends.length === 0 ? Number.NaN : Math.max(...ends);
}

function kindOf({ method, path }: LoggedRequest): Kind {
  const [route = ''] = path.split('?');
  if (/^\/planner\/plans\/[^/]+\/tasks$/.test(route)) return 'list';
  if (/^\/planner\/plans\/[^/]+$/.test(route)) return 'plan';
  if (route === '/planner/tasks') return 'create';
  if (/^\/planner\/tasks\/[^/]+\/details$/.test(route))
    return method === 'GET' ? 'details' : 'change';
  if (/^\/planner\/tasks\/[^/]+$/.test(route)) return method === 'GET' ? 'read' : 'change';
  return 'other';
}

export function isAcceptedWrite({ method, path, status }: LoggedRequest): boolean {
  return method !== 'GET' && !path.startsWith('/$batch') && status >= 200 && status < 300;
}

function isBatch({ path }: LoggedRequest): boolean {
  return path.split('?')[0] === '/$batch';
}

export function isListing(entry: LoggedRequest): boolean {
  return kindOf(entry) === 'list';
}
