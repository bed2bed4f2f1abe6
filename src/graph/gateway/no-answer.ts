import type { NoAnswer } from './graph-request.js';
import { AnswerTooLongError } from './response-text.js';

/** Failures of making a connection: nothing of the request was sent. */
const beforeSending: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const certificate = /CERT|SIGNATURE|^ERR_TLS_/;

/**
 * What a failed `fetch` means. Only error codes are taken over, no messages: undici's may quote a header.
 */
export function toNoAnswer(error: unknown): NoAnswer {
  if (error instanceof AnswerTooLongError) {
    return {
      failure: 'unexpected',
      reason: 'The answer of Microsoft Graph is too long',
      mayHaveArrived: true,
    };
  }
  if (error instanceof DOMException && error.name === 'TimeoutError') return tooLate;
  const code = causeCode(error);
  if (code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT') return tooLate;
  if (code !== null && certificate.test(code)) {
    return {
      failure: 'unreachable',
      reason: `The certificate of Microsoft Graph is not trusted (${code})`,
      mayHaveArrived: false,
    };
  }
  if (code !== null && beforeSending.has(code)) {
    return {
      failure: 'unreachable',
      reason: `Microsoft Graph cannot be reached (${code})`,
      mayHaveArrived: false,
    };
  }
  return {
    failure: 'unreachable',
    reason: `The connection to Microsoft Graph broke${code === null ? '' : ` (${code})`}`,
    mayHaveArrived: true,
  };
}

const tooLate: NoAnswer = {
  failure: 'timeout',
  reason: 'Microsoft Graph did not answer in time',
  mayHaveArrived: true,
};

/** `fetch failed` keeps the reason in a chain of causes; the innermost code names it best. */
function causeCode(error: unknown): string | null {
  let code: string | null = null;
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    if ('code' in at && typeof at.code === 'string') code = at.code;
  }
  return code;
}
