import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { Redis } from 'ioredis';
import { startServer, type RunningServer } from '../../../src/composition/compose-server.js';
import type { ServerCompanion } from '../../../src/composition/server-companion.js';
import type { Config } from '../../../src/config/config.js';
import { aloneServer } from './alone-server.js';
import { testTokenKey } from '../../support/token-key.js';
import { loadConfig } from '../../../src/config/load-config.js';

export interface TestServer {
  readonly origin: string;
  readonly namespace: string;
  readonly config: Config;
  /** A connection of the test's own. */
  readonly redis: Redis;
  /** What the server has logged, one JSON line each. */
  readonly logLines: readonly string[];
  /** The looks that were asked to be faster. */
  readonly hurried: readonly { readonly planIds: readonly string[]; readonly untilMs: number }[];
  close(): Promise<void>;
}

export interface TestServerOptions {
  readonly redisUrl: string;
  readonly namespace?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What stands beside the server; the rest of it is away. */
  readonly companion?: Partial<ServerCompanion>;
}

/** The real server on a free port, with a namespace of its own and nothing beside it. */
export async function startTestServer(options: TestServerOptions): Promise<TestServer> {
  const { redisUrl, namespace = `test-${randomUUID().slice(0, 8)}`, env = {}, companion } = options;
  const logLines: string[] = [];
  const hurried: { planIds: readonly string[]; untilMs: number }[] = [];
  const logger = pino({ level: 'debug' }, { write: (line: string) => logLines.push(line) });
  const config = loadConfig({
    PORT: '0',
    REDIS_URL: redisUrl,
    REDIS_NAMESPACE: namespace,
    AZURE_TENANT_ID: 'tenant',
    AZURE_CLIENT_ID: 'client',
    AZURE_CLIENT_SECRET: 'secret-of-the-app-registration-0001',
    TOKEN_ENCRYPTION_KEY: testTokenKey,
    DEFAULT_PLANNER_PLAN_ID: 'plan-default',
    // Tests call every tool by its own name; those of profiles set their own.
    MCP_PROFILE: 'all',
    ...env,
  });
  const server = await startServer({
    config,
    logger,
    version: '0.0.0-test',
    join: () => ({
      ...aloneServer,
      ...companion,
      hurry: (planIds, untilMs) => void hurried.push({ planIds, untilMs }),
    }),
    onRefused: (error) => {
      throw error;
    },
  });
  const origin = `http://127.0.0.1:${server.port}`;
  const { ca } = config.redis;
  const redis = new Redis(redisUrl, ca === null ? {} : { tls: { ca } });
  await untilReady(origin, server);
  return {
    origin,
    namespace,
    config,
    redis,
    logLines,
    hurried,
    async close() {
      await server.close();
      redis.disconnect();
    },
  };
}

/** The library is loaded a moment after the port is open. */
async function untilReady(origin: string, server: RunningServer): Promise<void> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const response = await fetch(`${origin}/health/ready`);
    if (response.ok) return;
    if (Date.now() > deadline) {
      await server.close();
      throw new Error('The server did not find its Redis');
    }
  }
}
