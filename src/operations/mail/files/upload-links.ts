import { createHash, randomBytes } from 'node:crypto';
import type { Redis } from 'ioredis';
import * as z from 'zod';
import type { Vault } from '../../../accounts/vault/vault.js';
import type { GraphAccount } from '../../../graph/gateway/graph-account.js';
import type { Keys } from '../../../tasks/keys.js';
import { withRedis } from '../../../tasks/redis-problem.js';

/** What is uploaded by a link, and in whose name. */
export interface UploadTarget {
  readonly account: GraphAccount;
  /** `/users/{id}` */
  readonly path: string;
  readonly message: string;
  readonly name: string;
  readonly contentType: string;
  /** Who made the link. */
  readonly actor: string;
}

export interface UploadLink {
  readonly url: string;
  /** UTC. */
  readonly expiresAt: string;
}

/**
 * Addresses at which a program without a key can leave one file, once. What a link stands for is sealed in Redis, because
 * it may hold a person's token, and only the hash of the link's secret is there.
 */
export interface UploadLinks {
  create(target: UploadTarget): Promise<UploadLink>;
  /** Uses the link up. Null: it was used before, is too old, or never was one. */
  take(token: string): Promise<UploadTarget | null>;
}

export const uploadPath = '/api/uploads/';

const lifeSeconds = 900;
const purpose = 'upload link';

const targetSchema = z.object({
  account: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('app') }),
    z.object({ kind: z.literal('delegated'), id: z.string() }),
    z.object({ kind: z.literal('on_behalf_of'), id: z.string(), assertion: z.string() }),
  ]),
  path: z.string(),
  message: z.string(),
  name: z.string(),
  contentType: z.string(),
  actor: z.string(),
});

export function createUploadLinks(deps: {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly vault: Vault;
  readonly baseUrl: () => string;
  readonly now: () => number;
}): UploadLinks {
  const { redis, keys, vault, baseUrl, now } = deps;
  return {
    async create(target) {
      const token = randomBytes(32).toString('base64url');
      const hash = hashOf(token);
      const sealed = vault.seal(purpose, hash, toText(target));
      await withRedis(() => redis.set(keys.uploadLink(hash), sealed, 'EX', lifeSeconds));
      return {
        url: `${baseUrl()}${uploadPath}${token}`,
        expiresAt: new Date(now() + lifeSeconds * 1_000).toISOString(),
      };
    },
    async take(token) {
      const hash = hashOf(token);
      const sealed = await withRedis(() => redis.getdel(keys.uploadLink(hash)));
      return sealed === null ? null : toTarget(vault.open(purpose, hash, sealed));
    },
  };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function toText({ account, ...target }: UploadTarget): string {
  const known =
    account.kind === 'on_behalf_of' ? { ...account, assertion: account.assertion() } : account;
  return JSON.stringify({ ...target, account: known });
}

function toTarget(text: string): UploadTarget {
  const { account, ...target } = targetSchema.parse(JSON.parse(text));
  if (account.kind !== 'on_behalf_of') return { ...target, account };
  const { kind, id, assertion } = account;
  return { ...target, account: { kind, id, assertion: () => assertion } };
}
