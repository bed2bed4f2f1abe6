import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { Redis } from 'ioredis';

const library = 'tandem_v1';

/** Order matters: a file sees only what stands before it. */
const files = [
  'keys.lua',
  'json.lua',
  'problems.lua',
  'text.lua',
  'time.lua',
  'ids.lua',
  'config.lua',
  'document.lua',
  'events.lua',
  'fields.lua',
  'rows.lua',
  'body.lua',
  'patch.lua',
  'idempotency.lua',
  'write.lua',
  'register.lua',
] as const;
const optionalFiles = ['sync.lua'] as const;

/** A call of one library function. `payload` is JSON, or whatever that function takes. */
export type CallFunction = (
  name: string,
  namespace: string,
  ...payload: readonly string[]
) => Promise<unknown>;

/** The source of the Lua library, as it stands beside this module in the source tree and in `dist`. */
export function readLibrarySource(): string {
  const folder = new URL('./functions/', import.meta.url);
  const optional = optionalFiles.filter((file) => existsSync(new URL(file, folder)));
  return [...files, ...optional]
    .map((file) => readFileSync(new URL(file, folder), 'utf8'))
    .join('\n');
}

/**
 * Loads the library into Redis and answers the way to call it. Where Redis offers no functions, the same Lua goes by
 * EVALSHA. An emptied or replaced Redis is noticed at the first call and loaded again.
 */
export async function loadFunctions(redis: Redis): Promise<CallFunction> {
  const source = readLibrarySource();
  const code = `#!lua name=${library}\n${source}`;
  try {
    await redis.function('LOAD', 'REPLACE', code);
  } catch (error) {
    if (!isUnsupported(error)) throw error;
    return callByScript(redis, toScript(source));
  }
  return reloading({
    call: (name, namespace, payload) => redis.fcall(name, 1, namespace, ...payload),
    load: () => redis.function('LOAD', 'REPLACE', code),
    isMissing: (error) => /^ERR Function not found/i.test(messageOf(error)),
  });
}

/** The same calls by EVALSHA, for a managed Redis without functions. */
export function callByScript(redis: Redis, script: string): CallFunction {
  const sha = createHash('sha1').update(script).digest('hex');
  return reloading({
    call: (name, namespace, payload) => redis.evalsha(sha, 1, namespace, name, ...payload),
    load: () => redis.script('LOAD', script),
    isMissing: (error) => messageOf(error).startsWith('NOSCRIPT'),
  });
}

/** Turns the library into a script: registering collects, and the first argument says which function is meant. */
export function toScript(source: string): string {
  return `local registered = {}
local redis = setmetatable({
  register_function = function(name, callback) registered[name] = callback end,
}, { __index = redis })
${source}
local arguments = {}
for i = 2, #ARGV do arguments[i - 1] = ARGV[i] end
return registered[ARGV[1]](KEYS, arguments)`;
}

interface Calling {
  readonly call: (name: string, namespace: string, payload: readonly string[]) => Promise<unknown>;
  readonly load: () => Promise<unknown>;
  readonly isMissing: (error: unknown) => boolean;
}

function reloading({ call, load, isMissing }: Calling): CallFunction {
  let loading: Promise<unknown> | null = null;
  return async (name, namespace, ...payload) => {
    try {
      return await call(name, namespace, payload);
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
    loading ??= load().finally(() => {
      loading = null;
    });
    await loading;
    return call(name, namespace, payload);
  };
}

function isUnsupported(error: unknown): boolean {
  return /unknown command|NOPERM|not allowed|command is disabled/i.test(messageOf(error));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
