import { z } from 'zod';
import { Secret } from './secret.js';

export interface RedisEndpoint {
  readonly host: string;
  readonly port: number;
  readonly username: string | null;
  readonly password: Secret | null;
  readonly tls: boolean;
  /** Certificates (PEM) of who may vouch for it; null: those that Node trusts. */
  readonly ca: string | null;
  readonly db: number;
}

/** `redis[s]://[user:password@]host[:port][/db]`. The text may hold a password, so that no message repeats it. */
export function redisUrl() {
  return z.string().transform((text, context): Omit<RedisEndpoint, 'ca'> => {
    const url = URL.canParse(text) ? new URL(text) : null;
    const db = url === null ? null : /^\/?(\d{0,3})$/.exec(url.pathname);
    const isRedis = url?.protocol === 'redis:' || url?.protocol === 'rediss:';
    if (url === null || db === null || !isRedis || url.hostname === '') {
      context.addIssue('write redis://host:6379/0, or rediss://user:password@host:6380 with TLS');
      return z.NEVER;
    }
    if (url.search + url.hash !== '') {
      context.addIssue(
        'write the URL without "?" and "#"; escape them in a password as %3F and %23',
      );
      return z.NEVER;
    }
    const username = decoded(url.username);
    const password = decoded(url.password);
    if (username === null || password === null) {
      context.addIssue('write a "%" in user or password as %25');
      return z.NEVER;
    }
    return {
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port === '' ? 6379 : Number(url.port),
      username: username === '' ? null : username,
      password: password === '' ? null : new Secret(password),
      tls: url.protocol === 'rediss:',
      db: Number(db[1]),
    };
  });
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
