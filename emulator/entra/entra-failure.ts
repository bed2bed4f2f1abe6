import { randomUUID } from 'node:crypto';

/** An answer of the token endpoint that is not a token. `number` is the AADSTS number. */
export class EntraFailure extends Error {
  constructor(
    readonly status: number,
    readonly error: string,
    readonly number: number,
    text: string,
  ) {
    super(text);
  }
}

/** The body of an error of Entra ID, with the shape and the line breaks of the real one. */
export function toEntraErrorBody(
  failure: EntraFailure,
  correlationId: string,
  now: Date,
): Record<string, unknown> {
  const traceId = randomUUID();
  const timestamp = `${now.toISOString().slice(0, 19).replace('T', ' ')}Z`;
  return {
    error: failure.error,
    error_description: `AADSTS${failure.number}: ${failure.message}\r\nTrace ID: ${traceId}\r\nCorrelation ID: ${correlationId}\r\nTimestamp: ${timestamp}`,
    error_codes: [failure.number],
    timestamp,
    trace_id: traceId,
    correlation_id: correlationId,
    error_uri: `https://login.microsoftonline.com/error?code=${failure.number}`,
  };
}
