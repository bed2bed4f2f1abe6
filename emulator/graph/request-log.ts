import type { Caller } from '../entra/caller.js';

/** One request to Graph, or one part of a `$batch`. Never holds a token or a body. */
interface LoggedRequest {
  readonly seq: number;
  readonly at: string;
  readonly method: string;
  /** With query; with version where that is not v1.0. */
  readonly path: string;
  /** 0 when the connection was broken instead of an answer. */
  readonly status: number;
  readonly ms: number;
  readonly planId?: string;
  /** The client-request-id of the batch that this was part of. */
  readonly batchId?: string;
  readonly clientRequestId: string;
  readonly appId?: string;
  readonly userId?: string;
}

interface RequestCounts {
  /** HTTP requests; a batch is one. */
  readonly httpRequests: number;
  /** Parts of batches. */
  readonly subrequests: number;
  /** Accepted POSTs, PATCHes and DELETEs, alone or in batches. */
  readonly writes: number;
}

export interface RequestLog {
  add(entry: Omit<LoggedRequest, 'seq'>): void;
  /** Oldest first, after `since`. */
  read(query: { readonly since: number; readonly limit: number }): LoggedRequest[];
  /** Of everybody, and of apps with application permissions alone. */
  counts(): RequestCounts & { readonly app: RequestCounts };
  clear(): void;
}

const CAPACITY = 20_000;

export function createRequestLog(): RequestLog {
  let ring: LoggedRequest[] = [];
  let lastSeq = 0;
  let all = noRequests();
  let app = noRequests();
  return {
    add(entry) {
      lastSeq += 1;
      ring[lastSeq % CAPACITY] = { seq: lastSeq, ...entry };
      countInto(all, entry);
      if (entry.appId !== undefined) countInto(app, entry);
    },
    read({ since, limit }) {
      const found: LoggedRequest[] = [];
      const first = Math.max(since + 1, lastSeq - CAPACITY + 1, 1);
      for (let seq = first; seq <= lastSeq && found.length < limit; seq += 1) {
        const entry = ring[seq % CAPACITY];
        if (entry?.seq === seq) found.push(entry);
      }
      return found;
    },
    counts: () => ({ ...all, app: { ...app } }),
    clear() {
      ring = [];
      all = noRequests();
      app = noRequests();
    },
  };
}

interface MutableCounts {
  httpRequests: number;
  subrequests: number;
  writes: number;
}

function noRequests(): MutableCounts {
  return { httpRequests: 0, subrequests: 0, writes: 0 };
}

function countInto(counts: MutableCounts, entry: Omit<LoggedRequest, 'seq'>): void {
  if (entry.batchId === undefined) counts.httpRequests += 1;
  else counts.subrequests += 1;
  const isWrite = entry.method !== 'GET' && entry.path !== '/$batch';
  if (isWrite && entry.status >= 200 && entry.status < 300) counts.writes += 1;
}

export function callerIds(caller: Caller | undefined): { appId?: string; userId?: string } {
  if (caller === undefined) return {};
  return caller.kind === 'app' ? { appId: caller.id } : { userId: caller.id };
}

export function elapsedMs(startedAt: number): number {
  return Math.round((performance.now() - startedAt) * 10) / 10;
}
