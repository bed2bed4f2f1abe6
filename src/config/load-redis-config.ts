import { ConfigError } from './config-error.js';
import { toRedisEndpoint } from './redis-endpoint.js';
import type { RedisEndpoint } from './redis-url.js';
import { redisRules } from './rules.js';
import { variables } from './variables.js';
import { withoutEmpty } from './without-empty.js';

const redisVariables = variables.pick({
  REDIS_URL: true,
  REDIS_HOST: true,
  REDIS_PORT: true,
  REDIS_USERNAME: true,
  REDIS_PASSWORD: true,
  REDIS_TLS: true,
  REDIS_TLS_CA: true,
  REDIS_NAMESPACE: true,
});

/**
 * The part of the configuration that a command needs which talks to Redis alone; read like `loadConfig` reads it.
 * @throws ConfigError that lists every problem
 */
export function loadRedisConfig(
  environment: Readonly<Record<string, string | undefined>>,
): RedisEndpoint & { readonly namespace: string } {
  const env = withoutEmpty(environment);
  const result = redisVariables.safeParse(env);
  const problems = [
    ...(result.error?.issues.map(({ path, message }) => ({
      variable: String(path[0]),
      message,
    })) ?? []),
    ...redisRules(result.data ?? {}, (name) => env[name] !== undefined),
  ];
  if (!result.success || problems.length > 0) throw new ConfigError(problems);
  return { ...toRedisEndpoint(result.data), namespace: result.data.REDIS_NAMESPACE };
}
