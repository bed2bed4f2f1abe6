/** One request to Microsoft Graph v1.0. */
export interface GraphRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Relative to `/v1.0`, with a leading slash and the ids in it percent-encoded. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Any JSON value; sent as it is. */
  readonly body?: unknown;
}

/** An answer with a 2xx status. */
export interface GraphResponse {
  readonly status: number;
  /** The parsed JSON; null where Graph sent none (204). */
  readonly body: unknown;
}

/** What came back for one request, whatever its status; plain or as an item of a batch. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly retryAfter: string | number | null;
  readonly requestId: string | null;
}

/** No answer, or none that can be read. */
export interface NoAnswer {
  readonly failure: 'timeout' | 'unreachable' | 'unexpected';
  /** What happened, without anything of the request or the answer in it. */
  readonly reason: string;
  /** False: the request surely never reached Graph. */
  readonly mayHaveArrived: boolean;
}

export type Outcome = Answer | NoAnswer;
