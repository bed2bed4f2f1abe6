import type { GraphAccount } from './graph-account.js';

/** `beta` changes without notice: https://learn.microsoft.com/graph/versioning-and-support */
export type GraphVersion = 'v1.0' | 'beta';

/**
 * Who waits for the answer, the most urgent first: a person or an agent, the sync of tasks, a look at what people
 * changed, the first import of a plan.
 */
export type GraphLane = 'waiting' | 'sync' | 'sweep' | 'import';

/** One request to Microsoft Graph. */
export interface GraphRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Relative to the version, with a leading slash and the ids in it percent-encoded. */
  readonly path: string;
  /** Default v1.0. */
  readonly version?: GraphVersion;
  /** Default sync. */
  readonly lane?: GraphLane;
  /** In whose name; default: the app's. */
  readonly account?: GraphAccount;
  readonly headers?: Readonly<Record<string, string>>;
  /** Any JSON value; sent as it is. */
  readonly body?: unknown;
  /**
   * Aborted: nobody waits any more. What was not sent stays unsent; a read that was is given up, alone or in a batch, whose
   * other requests go on; a write that was is left to finish, and answered.
   */
  readonly signal?: AbortSignal;
  /** Too large to share a batch, which may have 4 MB: https://learn.microsoft.com/graph/throttling-limits */
  readonly goesAlone?: true;
  /** The answer is no JSON: its body is a stream of bytes, which whoever asked reads or cancels. It goes alone. */
  readonly answersBytes?: true;
}

/** An answer with a 2xx status. */
export interface GraphResponse {
  readonly status: number;
  /** The parsed JSON; null where Graph sent none (204). Of a request that `answersBytes` a ReadableStream. */
  readonly body: unknown;
}

/** The token is good, but not enough. https://learn.microsoft.com/entra/identity-platform/claims-challenge */
export interface ClaimsChallenge {
  /** JSON, for the sign-in alone: never in logs, errors or histories. Null: it cannot be read. */
  readonly claims: string | null;
}

/** What came back for one request, whatever its status; plain or as an item of a batch. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly retryAfter: string | number | null;
  readonly requestId: string | null;
  /** What time it was by Graph's clock. */
  readonly date?: string | null | undefined;
  readonly clientRequestId?: string;
  /** Where Graph says that the answer, or a new beginning, is to be found. */
  readonly location?: string | null;
  /** Null: the token was not too weak. */
  readonly challenge?: ClaimsChallenge | null;
}

/** No answer, or none that can be read. */
export interface NoAnswer {
  readonly failure: 'timeout' | 'unreachable' | 'cancelled' | 'unexpected';
  /** What happened, without anything of the request or the answer in it. */
  readonly reason: string;
  /** False: the request surely never reached Graph. */
  readonly mayHaveArrived: boolean;
  readonly clientRequestId?: string;
}

export type Outcome = Answer | NoAnswer;
