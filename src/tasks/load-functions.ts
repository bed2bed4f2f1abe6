import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { Redis } from 'ioredis';

export const libraryName = 'tandem_v1';

/** Order matters: a file sees only what stands before it. */
const files = [
  'keys.lua',
  'text.lua',
  'json.lua',
  'problems.lua',
  'time.lua',
  'ids.lua',
  'settings.lua',
  'agent-notes.lua',
  'document.lua',
  'events.lua',
  'history.lua',
  'alerts.lua',
  'given-up.lua',
  'subscriptions.lua',
  'notifications.lua',
  'trouble.lua',
  'holds.lua',
  'brake.lua',
  'fields.lua',
  'lists.lua',
  'id-lists.lua',
  'rows.lua',
  'body.lua',
  'patch.lua',
  'access.lua',
  'request.lua',
  'idempotency.lua',
  'plans.lua',
  'write.lua',
  'plan-modes.lua',
  'plan-names.lua',
  'release.lua',
  'graph-gate.lua',
  'graph-circuit.lua',
  'graph-access.lua',
  'audit.lua',
  'rate-limit.lua',
  'accounts.lua',
  'sealed.lua',
  'register.lua',
] as const;
const optionalFiles = ['sync.lua', 'repair.lua'] as const;

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

/** What Redis is given to load. */
export function readLibraryCode(): string {
  return toLibrary(readLibrarySource());
}

/**
 * Loads the library into Redis and answers the way to call it. Where Redis offers no functions, the same Lua goes by
 * EVALSHA. An emptied or replaced Redis is noticed at the first call and loaded again.
 */
export async function loadFunctions(redis: Redis): Promise<CallFunction> {
  const source = readLibrarySource();
  const code = toLibrary(source);
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

/**
 * While a library is loaded, Redis hides everything but `redis.register_function`. So the library is built at the first
 * call, when it can keep `redis.call` and the string functions in locals, and only the names are registered at once.
 */
function toLibrary(source: string): string {
  const names = [...source.matchAll(/^redis\.register_function\('(\w+)'/gm)].map(
    ([, name]) => name,
  );
  const registrations = names.map(
    (name) => `redis.register_function('${name}', function(keys, arguments)
  built = built or build()
  return built.${name}(keys, arguments)
end)`,
  );
  return `#!lua name=${libraryName}
local built
local function build()
${collectRegistered}
${source}
return registered
end
${registrations.join('\n')}`;
}

/** The library as one script: the first argument says which function is meant. */
export function toScript(source: string): string {
  return `${collectRegistered}
${source}
local rest = {}
for i = 2, #ARGV do rest[i - 1] = ARGV[i] end
return registered[ARGV[1]](KEYS, rest)`;
}

const collectRegistered = `local registered = {}
local redis = {
  call = redis.call, pcall = redis.pcall, sha1hex = redis.sha1hex,
  error_reply = redis.error_reply, status_reply = redis.status_reply,
  register_function = function(name, callback) registered[name] = callback end,
}`;

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
