import { GraphFailure } from '../graph/graph-failure.js';
import type { HttpReply, Post } from '../notifications/post.js';

export interface HandshakeOptions {
  readonly post: Post;
  newGuid(): string;
  timeoutMs(): number;
}

/**
 * Asks an address to prove that it wants notifications: it must answer 200 with the decoded token as text/plain.
 * https://learn.microsoft.com/graph/change-notifications-delivery-webhooks#notificationurl-validation
 */
export async function shakeHands(address: string, options: HandshakeOptions): Promise<void> {
  const token = `Validation: Testing client application reachability for subscription Request-Id: ${options.newGuid()}`;
  const outcome = await options.post({
    url: withToken(address, token),
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    body: '',
    timeoutMs: options.timeoutMs(),
  });
  if (outcome.kind === 'timeout') throw failed('Subscription validation request timed out.');
  if (outcome.kind === 'unreachable') {
    throw failed(
      'Subscription validation request failed. Notification endpoint must respond with 200 OK to validation request.',
    );
  }
  const problem = findProblem(outcome, token);
  if (problem !== undefined) throw failed(`Subscription validation request failed. ${problem}`);
}

function findProblem(reply: HttpReply, token: string): string | undefined {
  if (reply.status !== 200) {
    return `Notification endpoint must respond with 200 OK to validation request. HTTP status code is '${reply.statusText}'.`;
  }
  if (!/^text\/plain\b/i.test(reply.contentType)) {
    return 'Notification endpoint must respond to validation request with the content type text/plain.';
  }
  return reply.body === token
    ? undefined
    : 'Response must exactly match validationToken query parameter.';
}

/** A query that the address already has is kept; blanks become plus signs, as forms write them. */
function withToken(address: string, token: string): string {
  const [base = '', fragment] = address.split('#');
  const parameter = new URLSearchParams({ validationToken: token }).toString();
  const separator = base.includes('?') ? '&' : '?';
  return `${base}${separator}${parameter}${fragment === undefined ? '' : `#${fragment}`}`;
}

function failed(message: string): GraphFailure {
  return new GraphFailure(400, 'ValidationError', message);
}
