import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';
import * as z from 'zod';
import type { AgentSignIn } from '../../config/azure.js';
import type { AccountProblem } from '../../domain/accounts/account.js';
import type { Keys } from '../../tasks/keys.js';
import type { Vault } from '../vault/vault.js';

/** Passwords that Entra ID refused: not tried again and again, or the account would be locked. */
export interface PasswordRefusals {
  note(id: string, agent: AgentSignIn, problem: AccountProblem): Promise<void>;
  /** Why this name and password are not tried now; null: they may be. */
  find(id: string, agent: AgentSignIn): Promise<AccountProblem | null>;
  forget(id: string): Promise<void>;
}

/** A process that is started again and again must not lock the account: Entra ID does so after ten wrong ones. */
const quietMs = 15 * 60_000;
const purpose = 'refused password';
const schema = z.object({
  /** Of name and password; sealed, because a password can be guessed from it. */
  hash: z.string(),
  problem: z.object({ code: z.string(), message: z.string(), advice: z.string() }),
});

export function createPasswordRefusals({
  redis,
  keys,
  vault,
}: {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly vault: Vault;
}): PasswordRefusals {
  return {
    async note(id, agent, problem) {
      const sealed = vault.seal(purpose, id, JSON.stringify({ hash: hashOf(agent), problem }));
      await redis.set(keys.passwordRefused(id), sealed, 'PX', quietMs);
    },
    async find(id, agent) {
      const sealed = await redis.get(keys.passwordRefused(id));
      if (sealed === null) return null;
      const { hash, problem } = schema.parse(JSON.parse(vault.open(purpose, id, sealed)));
      return hash === hashOf(agent) ? problem : null;
    },
    async forget(id) {
      await redis.del(keys.passwordRefused(id));
    },
  };
}

function hashOf({ userName, password }: AgentSignIn): string {
  const text = JSON.stringify([userName.toLowerCase(), password.reveal()]);
  return createHash('sha256').update(text).digest('base64url');
}
