import { randomBytes } from 'node:crypto';
import { ServerResponse, type IncomingMessage } from 'node:http';
import { safeHeadersFor } from './safe-headers.js';
import type { HeaderPairs } from './send.js';

/** Node's response with an id that stands in its headers, in problems and in the log. */
interface IdentifiedResponse extends ServerResponse {
  readonly requestId: string;
  /** Goes out with the answer, whoever sends it. */
  moreHeaders: HeaderPairs;
}

const foreignId = /^[\w.-]{1,64}$/;

/**
 * The response class for `http.createServer`: every response carries a request id from birth, the caller's own
 * (`X-Request-Id`) where there is a sound one, and goes out with it and with the headers that make every answer safe to
 * show. As own fields both survive Express's change of prototype.
 */
export function createResponseClass(): typeof ServerResponse<IncomingMessage> {
  const prefix = `${randomBytes(5).toString('hex')}-`;
  let count = 0;
  return class extends ServerResponse implements IdentifiedResponse {
    readonly requestId: string;
    moreHeaders: HeaderPairs = [];

    constructor(...made: ConstructorParameters<typeof ServerResponse<IncomingMessage>>) {
      super(...made);
      const given = made[0].headers['x-request-id'];
      count += 1;
      this.requestId =
        typeof given === 'string' && foreignId.test(given) ? given : prefix + count.toString(36);
      // Who has the request only, a refusal's note for one, finds it there.
      made[0].headers['x-request-id'] = this.requestId;
      this.writeHead = writeSafeHead;
    }
  };
}

/** Our answers come with a flat list of headers or with none; whatever else there may be goes its own way. */
function writeSafeHead<T extends ServerResponse>(this: T, status: number, ...rest: unknown[]): T {
  const write = ServerResponse.prototype.writeHead;
  const [headers = []] = rest;
  if (!Array.isArray(headers) || rest.length > 1) {
    Reflect.apply(write, this, [status, ...rest]);
    return this;
  }
  const own = {
    policy:
      headers.includes('Content-Security-Policy') || this.hasHeader('Content-Security-Policy'),
    referrer: headers.includes('Referrer-Policy'),
  };
  write.call(this, status, [
    ...headers,
    'X-Request-Id',
    requestIdOf(this),
    ...(isIdentified(this) ? this.moreHeaders : []),
    ...safeHeadersFor(this.req.url, own),
  ]);
  return this;
}

/** The id of a response made by `createResponseClass`. */
export function requestIdOf(response: ServerResponse): string {
  return isIdentified(response) ? response.requestId : 'none';
}

/** Calls `done` when nobody waits for the answer any more; at once where its caller has gone already. */
export function whenClosed(response: ServerResponse, done: () => void): void {
  if (response.destroyed) done();
  else response.once('close', done);
}

/** Headers that go with the answer in place of those said before; where it has begun already they are late. */
export function sayWithAnswer(response: ServerResponse, headers: HeaderPairs): void {
  if (isIdentified(response)) response.moreHeaders = headers;
}

function isIdentified(response: ServerResponse): response is IdentifiedResponse {
  return 'requestId' in response && 'moreHeaders' in response;
}
