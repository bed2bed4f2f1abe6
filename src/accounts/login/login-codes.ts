import type { Redis } from 'ioredis';
import * as z from 'zod';
import type { Keys } from '../../tasks/keys.js';
import { withRedis } from '../../tasks/redis-problem.js';
import { hashOf, newRandomText } from './random-text.js';

/** Codes that stand for a finished sign-in until somebody exchanges them; only their hash is kept. */
export interface LoginCodes {
  /** A new code of ours for it. */
  issue(of: CodeOf): Promise<string>;
  /** Lets Microsoft's own code stand for it. */
  note(code: string, of: CodeOf): Promise<void>;
  /** Null: unknown, used, too old, or somebody else's. */
  find(code: string, owner: string): Promise<string | null>;
  /** False: somebody was faster. Whatever code stands for the sign-in, it is exchanged once. */
  use(code: string, loginId: string): Promise<boolean>;
}

interface CodeOf {
  readonly loginId: string;
  readonly owner: string;
}

const codeOf = z.object({ loginId: z.string(), owner: z.string() });
const livesMs = 600_000;

export function createLoginCodes({
  redis,
  keys,
}: {
  readonly redis: Redis;
  readonly keys: Keys;
}): LoginCodes {
  const note = async (code: string, { loginId, owner }: CodeOf): Promise<void> => {
    const text = JSON.stringify({ loginId, owner });
    await withRedis(() => redis.set(keys.loginCode(hashOf(code)), text, 'PX', livesMs));
  };
  return {
    async issue(of) {
      const code = `tandem_code_${newRandomText()}`;
      await note(code, of);
      return code;
    },
    note,
    async find(code, owner) {
      const text = await withRedis(() => redis.get(keys.loginCode(hashOf(code))));
      if (text === null) return null;
      const known = codeOf.parse(JSON.parse(text));
      return known.owner === owner ? known.loginId : null;
    },
    async use(code, loginId) {
      return withRedis(async () => {
        const gone = await redis.del(keys.loginCode(hashOf(code)));
        if (gone === 0 || (await redis.exists(keys.login(loginId))) === 0) return false;
        return (await redis.hsetnx(keys.login(loginId), 'exchanged', '1')) === 1;
      });
    },
  };
}
