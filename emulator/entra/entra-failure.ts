import { randomUUID } from 'node:crypto';

export interface FailureDetails {
  readonly suberror?: string;
  /** A claims challenge: what the next sign-in has to prove, JSON. */
  readonly claims?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer of Entra ID that is not what was asked for. `number` is the AADSTS number. */
export class EntraFailure extends Error {
  #details: FailureDetails = {};

  constructor(
    readonly status: number,
    readonly error: string,
    readonly number: number,
    text: string,
  ) {
    super(text);
  }

  get details(): FailureDetails {
    return this.#details;
  }

  /** Adds what belongs to it besides its words; for the place that makes it. */
  with(details: FailureDetails): this {
    this.#details = details;
    return this;
  }
}

export interface FailureOccasion {
  readonly traceId: string;
  readonly correlationId: string;
  readonly timestamp: string;
}

const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** What the client calls its request is repeated where it is a GUID, as Entra does; else the request gets another name. */
export function occasionOf(wanted: string | undefined, now: Date): FailureOccasion {
  return {
    traceId: randomUUID(),
    correlationId: wanted !== undefined && GUID.test(wanted) ? wanted : randomUUID(),
    timestamp: `${now.toISOString().slice(0, 19).replace('T', ' ')}Z`,
  };
}

/** The text with the line breaks of the real one. */
export function describeFailure(failure: EntraFailure, occasion: FailureOccasion): string {
  return `AADSTS${failure.number}: ${failure.message}\r\nTrace ID: ${occasion.traceId}\r\nCorrelation ID: ${occasion.correlationId}\r\nTimestamp: ${occasion.timestamp}`;
}

/** The body of an error of Entra ID. */
export function toEntraErrorBody(
  failure: EntraFailure,
  occasion: FailureOccasion,
): Record<string, unknown> {
  const { suberror, claims } = failure.details;
  return {
    error: failure.error,
    error_description: describeFailure(failure, occasion),
    error_codes: [failure.number],
    timestamp: occasion.timestamp,
    trace_id: occasion.traceId,
    correlation_id: occasion.correlationId,
    error_uri: errorUri(failure),
    ...(suberror === undefined ? {} : { suberror }),
    ...(claims === undefined ? {} : { claims }),
  };
}

export function errorUri(failure: EntraFailure): string {
  return `https://login.microsoftonline.com/error?code=${failure.number}`;
}
