import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { ProblemError } from '../domain/problem.js';
import type { AcceptNotifications } from '../notifications/accept-notifications.js';
import { answerFailure } from './answer-failure.js';
import { createRateLimit } from './rate-limit.js';
import { readJsonBody } from './read-json-body.js';
import { sendProblem } from './send.js';
import { sourceAddress } from './source-address.js';

export interface WebhookEndpointDeps {
  readonly accept: AcceptNotifications;
  /** Graph has asked whether we are here. Must neither wait nor throw. */
  readonly onHandshake: () => void;
  /** Notifications a second from one address. */
  readonly ratePerSecond: number;
  readonly trustedProxies: number;
  readonly logger: Logger;
}

const paths = new Set(['/api/graph_webhook', '/api/graph_webhook/lifecycle']);

/** Whether a request is for the endpoint, by its target. */
export function isWebhook(target: string | undefined): boolean {
  return target !== undefined && paths.has(target.split('?', 1)[0] ?? '');
}

/**
 * Where Graph sends notifications and what happens to subscriptions. It asks for no key, because Graph can send none; the
 * secret of each subscription tells who speaks. Graph drops what is slow: a handshake is answered before anything else,
 * notifications as soon as they are stored. https://learn.microsoft.com/graph/change-notifications-delivery-webhooks
 */
export function createWebhookEndpoint(
  deps: WebhookEndpointDeps,
): (request: IncomingMessage, response: ServerResponse) => void {
  const { accept, onHandshake, trustedProxies, logger } = deps;
  const isWithinRate = createRateLimit(deps.ratePerSecond);

  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const source = sourceAddress(request, trustedProxies);
      if (!isWithinRate(source, performance.now())) {
        throw new ProblemError(
          'too_many_requests',
          'More notifications than are taken; come again',
        );
      }
      await accept(await readJsonBody(request));
      response.writeHead(202, ['Content-Length', '0']);
      response.end();
    } catch (error) {
      answerFailure(request, response, error, logger);
    }
  };

  return (request, response) => {
    if (request.method !== 'POST') {
      request.resume();
      sendProblem(response, notOffered(request).toProblem(), ['Allow', 'POST']);
      return;
    }
    const token = validationTokenOf(request.url ?? '');
    if (token === null) {
      void take(request, response);
      return;
    }
    request.resume();
    if (token.length > longestToken) {
      sendProblem(response, tokenTooLong.toProblem());
      return;
    }
    sendToken(response, token);
    onHandshake();
  };
}

/** Graph's are about a hundred characters. */
const longestToken = 2_048;

const tokenTooLong = new ProblemError(
  'invalid_input',
  `The validationToken may have ${longestToken} characters`,
);

/** Decoded as Graph encodes it: a plus is a blank. Null: not a handshake. */
function validationTokenOf(target: string): string | null {
  const query = target.indexOf('?');
  return query < 0 ? null : new URLSearchParams(target.slice(query + 1)).get('validationToken');
}

/**
 * The token as Graph sent it. Anybody could send a link with a script in it, so it is text for every browser, and what
 * would be markup is escaped: Graph's tokens hold none.
 */
function sendToken(response: ServerResponse, token: string): void {
  const text = token.replaceAll(/[&<>"']/g, (character) => `&#${character.codePointAt(0) ?? 0};`);
  response.writeHead(200, [
    'Content-Type',
    'text/plain; charset=utf-8',
    'Content-Length',
    String(Buffer.byteLength(text)),
    'Cache-Control',
    'no-store',
    'Content-Security-Policy',
    "default-src 'none'; sandbox",
  ]);
  response.end(text);
}

function notOffered({ method }: IncomingMessage): ProblemError {
  return new ProblemError('method_not_allowed', `${method ?? 'This method'} is not POST`);
}
