import { Agent as HttpAgent, request as httpRequest, STATUS_CODES } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { rootCertificates } from 'node:tls';

export interface OutgoingPost {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly timeoutMs: number;
}

export interface HttpReply {
  readonly kind: 'reply';
  readonly status: number;
  /** .NET's name of the status: `Forbidden`, `NotFound`. */
  readonly statusText: string;
  readonly contentType: string;
  readonly body: string;
}

/** What became of a POST; a redirect is an answer and is not followed. */
export type PostOutcome =
  HttpReply | { readonly kind: 'timeout' } | { readonly kind: 'unreachable'; readonly why: string };

/** Never throws: what goes wrong is an outcome. */
export type Post = (outgoing: OutgoingPost) => Promise<PostOutcome>;

export interface Poster {
  readonly post: Post;
  /** Ends what is under way. */
  close(): void;
}

/** Answers are short; a longer one is cut off. */
const MAX_REPLY = 64 * 1024;

/** Sends to subscribers' addresses; besides the public authorities it trusts `ca`, the emulator's own. */
export function createPoster(ca: string): Poster {
  const https = new HttpsAgent({ keepAlive: true, ca: [...rootCertificates, ca] });
  const http = new HttpAgent({ keepAlive: true });
  const closing = new AbortController();
  return {
    post: (outgoing) =>
      new Promise((resolve) => {
        const isTls = outgoing.url.startsWith('https:');
        const deadline = AbortSignal.timeout(outgoing.timeoutMs);
        const sending = (isTls ? httpsRequest : httpRequest)(outgoing.url, {
          method: 'POST',
          agent: isTls ? https : http,
          headers: { ...outgoing.headers, 'Content-Length': Buffer.byteLength(outgoing.body) },
          signal: AbortSignal.any([deadline, closing.signal]),
        });
        const fail = (error: Error): void => {
          resolve(
            deadline.aborted ? { kind: 'timeout' } : { kind: 'unreachable', why: error.message },
          );
        };
        sending.on('error', fail);
        sending.on('response', (response) => {
          let body = '';
          response.setEncoding('utf8');
          response.on('error', fail);
          response.on('data', (part: string) => {
            if (body.length < MAX_REPLY) body += part;
          });
          response.on('end', () => {
            const status = response.statusCode ?? 0;
            resolve({
              kind: 'reply',
              status,
              statusText: (STATUS_CODES[status] ?? String(status)).replace(/[^A-Za-z]/g, ''),
              contentType: response.headers['content-type'] ?? '',
              body,
            });
          });
        });
        sending.end(outgoing.body);
      }),
    close() {
      closing.abort();
      https.destroy();
      http.destroy();
    },
  };
}
