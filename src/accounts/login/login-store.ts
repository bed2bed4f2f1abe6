import type { Redis } from 'ioredis';
import * as z from 'zod';
import type { Keys } from '../../tasks/keys.js';
import { withRedis } from '../../tasks/redis-problem.js';
import type { Vault } from '../vault/vault.js';
import { loginOutcome, loginRecord } from './login-record.js';
import type { LoginOutcome, LoginRecord, StoredLogin } from './login-record.js';

/** What a sign-in needs at its end and nobody else may see. */
const loginSecrets = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('code'), verifier: z.string(), nonce: z.string() }),
  z.object({ kind: z.literal('device'), deviceCode: z.string() }),
]);

export type LoginSecrets = z.infer<typeof loginSecrets>;

/**
 * The sign-ins in Redis: whichever replica gets an answer finds what the one that began has left. Secrets are sealed, and
 * gone as soon as a sign-in is over. ProblemError redis_unavailable where it is away.
 */
export interface LoginStore {
  create(record: LoginRecord, secrets: LoginSecrets, stateHash: string | null): Promise<void>;
  read(loginId: string): Promise<StoredLogin | null>;
  idOfState(stateHash: string): Promise<string | null>;
  idOfBrowser(browserHash: string): Promise<string | null>;
  /** False: an answer came before, or it is over. */
  claimArrival(
    record: LoginRecord,
    ticketHash: string,
    browserHash: string | null,
  ): Promise<boolean>;
  keepCode(loginId: string, code: string): Promise<void>;
  /** Null: none is there (any more). */
  readCode(loginId: string): Promise<string | null>;
  readSecrets(loginId: string): Promise<LoginSecrets | null>;
  /** The first ending counts; answers the one that does. Null: there is no such sign-in. */
  finish(loginId: string, outcome: LoginOutcome): Promise<LoginOutcome | null>;
  forget(record: LoginRecord, stateHash: string | null): Promise<void>;
}

/** How long one can still be looked at after its time (ms). */
const afterlifeMs = 3_600_000;

const purpose = 'login';

export function createLoginStore(deps: {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly vault: Pick<Vault, 'seal' | 'open'>;
  readonly now: () => number;
}): LoginStore {
  const { redis, keys, vault, now } = deps;

  const readField = async (loginId: string, field: 'secrets' | 'code'): Promise<string | null> => {
    const sealed = await withRedis(() => redis.hget(keys.login(loginId), field));
    return sealed === null ? null : vault.open(purpose, `${loginId}/${field}`, sealed);
  };

  return {
    async create(record, secrets, stateHash) {
      const { loginId, expiresAt } = record;
      const livesMs = expiresAt - now() + afterlifeMs;
      const sealed = vault.seal(purpose, `${loginId}/secrets`, JSON.stringify(secrets));
      const steps = redis
        .multi()
        .hset(keys.login(loginId), { record: JSON.stringify(record), secrets: sealed })
        .pexpire(keys.login(loginId), livesMs);
      if (stateHash !== null) steps.set(keys.oauthState(stateHash), loginId, 'PX', livesMs);
      if (record.browserHash !== null) {
        steps.set(keys.loginOfBrowser(record.browserHash), loginId, 'PX', livesMs);
      }
      await withRedis(() => steps.exec());
    },

    async read(loginId) {
      const [record, arrived, ticketHash, outcome] = await withRedis(() =>
        redis.hmget(keys.login(loginId), 'record', 'arrived', 'ticket', 'outcome'),
      );
      if (record === null || record === undefined) return null;
      return {
        record: loginRecord.parse(JSON.parse(record)),
        hasArrived: arrived === '1',
        ticketHash: ticketHash ?? null,
        outcome: toOutcome(outcome ?? null),
      };
    },

    idOfState: (stateHash) => withRedis(() => redis.get(keys.oauthState(stateHash))),
    idOfBrowser: (browserHash) => withRedis(() => redis.get(keys.loginOfBrowser(browserHash))),

    async claimArrival({ loginId, expiresAt }, ticketHash, browserHash) {
      const key = keys.login(loginId);
      return withRedis(async () => {
        if ((await redis.hsetnx(key, 'arrived', '1')) === 0) return false;
        const steps = redis.multi().hset(key, { ticket: ticketHash });
        if (browserHash !== null) {
          const livesMs = Math.max(1, expiresAt - now() + afterlifeMs);
          steps.set(keys.loginOfBrowser(browserHash), loginId, 'PX', livesMs);
        }
        await steps.exec();
        return (await redis.hexists(key, 'outcome')) === 0;
      });
    },

    async keepCode(loginId, code) {
      const sealed = vault.seal(purpose, `${loginId}/code`, code);
      await withRedis(() => redis.hset(keys.login(loginId), { code: sealed }));
    },

    readCode: (loginId) => readField(loginId, 'code'),

    async readSecrets(loginId) {
      const text = await readField(loginId, 'secrets');
      return text === null ? null : loginSecrets.parse(JSON.parse(text));
    },

    async finish(loginId, outcome) {
      const key = keys.login(loginId);
      return withRedis(async () => {
        // Nothing may bring back a hash that has ended: it would have no end of its own.
        if ((await redis.hexists(key, 'record')) === 0) return null;
        await redis
          .multi()
          .hsetnx(key, 'outcome', JSON.stringify(outcome))
          .hdel(key, 'secrets', 'code')
          .exec();
        return toOutcome(await redis.hget(key, 'outcome'));
      });
    },

    async forget({ loginId, browserHash }, stateHash) {
      const names = [keys.login(loginId)];
      if (stateHash !== null) names.push(keys.oauthState(stateHash));
      if (browserHash !== null) names.push(keys.loginOfBrowser(browserHash));
      await withRedis(() => redis.del(...names));
    },
  };
}

function toOutcome(text: string | null): LoginOutcome | null {
  return text === null ? null : loginOutcome.parse(JSON.parse(text));
}
