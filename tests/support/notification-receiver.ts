import {
  createServer as createHttpServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { openLocalAuthority } from '../../emulator/certificates/local-authority.js';

/** One notification as it came, of the `value` of a POST. */
export interface ReceivedNotification {
  readonly id?: string;
  readonly subscriptionId: string;
  readonly clientState: string | null;
  readonly changeType?: string;
  readonly lifecycleEvent?: string;
  readonly resource?: string;
  readonly resourceData?: { readonly id: string };
  readonly encryptedContent?: Readonly<Record<string, string>>;
}

export interface ReceivedPost {
  /** With the query. */
  readonly path: string;
  readonly at: number;
  readonly validationTokens: readonly string[];
  readonly notifications: readonly ReceivedNotification[];
}

export interface Handshake {
  readonly path: string;
  readonly token: string;
  readonly contentType: string;
}

/** What the receiver answers; handshakes are answered rightly unless `handshake` says otherwise. */
export interface ReceiverBehaviour {
  readonly status: number;
  readonly delayMs: number;
  readonly handshake:
    | 'right'
    | {
        readonly status?: number;
        readonly body?: string;
        readonly contentType?: string;
        readonly delayMs?: number;
      };
}

export interface NotificationReceiver {
  readonly url: string;
  readonly posts: ReceivedPost[];
  readonly handshakes: Handshake[];
  /** Of all posts, lifecycle events included, in the order of their arrival. */
  notifications(): ReceivedNotification[];
  behave(behaviour: Partial<ReceiverBehaviour>): void;
  close(): Promise<void>;
}

/** A subscriber's endpoint: https with a certificate of the emulator's authority, or plain http. */
export async function startReceiver(
  options: { readonly caDir: string } | { readonly plain: true },
): Promise<NotificationReceiver> {
  let behaviour: ReceiverBehaviour = { status: 202, delayMs: 0, handshake: 'right' };
  const posts: ReceivedPost[] = [];
  const handshakes: Handshake[] = [];
  const answer = async (
    request: IncomingMessage,
  ): Promise<{ status: number; body: string; contentType: string }> => {
    const path = request.url ?? '/';
    const body = await readAll(request);
    const token = new URL(path, 'http://receiver').searchParams.get('validationToken');
    if (token !== null) {
      handshakes.push({ path, token, contentType: request.headers['content-type'] ?? '' });
      const wanted = behaviour.handshake === 'right' ? {} : behaviour.handshake;
      if (wanted.delayMs !== undefined) await wait(wanted.delayMs);
      return {
        status: wanted.status ?? 200,
        body: wanted.body ?? token,
        contentType: wanted.contentType ?? 'text/plain; charset=utf-8',
      };
    }
    const { value, validationTokens } = JSON.parse(body) as {
      value: ReceivedNotification[];
      validationTokens?: string[];
    };
    const { status, delayMs } = behaviour;
    posts.push({
      path,
      at: Date.now(),
      notifications: value,
      validationTokens: validationTokens ?? [],
    });
    if (delayMs > 0) await wait(delayMs);
    return { status, body: '', contentType: 'text/plain' };
  };
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    void answer(request).then(({ status, body, contentType }) => {
      response.writeHead(status, { 'Content-Type': contentType }).end(body);
    });
  };
  const server: Server =
    'plain' in options
      ? createHttpServer(handle)
      : createHttpsServer(
          await (await openLocalAuthority(options.caDir, () => new Date())).issueLeaf(),
          handle,
        );
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `${'plain' in options ? 'http' : 'https'}://localhost:${port}`,
    posts,
    handshakes,
    notifications: () => posts.flatMap(({ notifications }) => notifications),
    behave(next) {
      behaviour = { ...behaviour, ...next };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readAll(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += String(part);
  return text;
}
