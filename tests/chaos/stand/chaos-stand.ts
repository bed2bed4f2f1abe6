import { Redis } from 'ioredis';
import { startStack, type Piece, type Stack } from '../../e2e/stack.js';
import { startDoor, type Door } from '../../integration/relay/door.js';
import { createEmulatorControl, type EmulatorControl } from './emulator-control.js';

/** A way that can be broken: to the server, to Redis, to Temporal. */
export type Way = 'server' | 'redis' | 'agents to redis' | 'temporal';

/** The whole product with two workers, every way in it through a door that can be shut. */
export interface ChaosStand {
  readonly stack: Stack;
  readonly control: EmulatorControl;
  readonly doors: Readonly<Record<Way, Door>>;
  /** Past all doors: for what is to be seen, not to be tried. */
  readonly redis: Redis;
  /** Through a door, as agents do it that write by FCALL. */
  readonly agentsRedis: Redis;
  /** What ended without having been killed, in words. */
  readonly exits: readonly string[];
  close(): Promise<void>;
}

const pieces: readonly Piece[] = [
  'redis',
  'temporal',
  'emulator',
  'server',
  'worker',
  'secondWorker',
];

export interface StandOptions {
  /** Whose build is run; the project's without it. */
  readonly root?: string;
  readonly keepFolder: boolean;
}

export async function openStand({ root, keepFolder }: StandOptions): Promise<ChaosStand> {
  const opened: Door[] = [];
  const open = async (url: string): Promise<Door> => {
    const door = await startDoor(url);
    opened.push(door);
    return door;
  };
  const ways: Partial<Record<Way, Door>> = {};
  const exits: string[] = [];
  const stack = await startStack({
    pieces,
    fsync: 'always',
    keepFolder,
    ...(root !== undefined && { root }),
    env: {
      LOG_LEVEL: 'info',
      WATCH_INTERVAL_MIN_MS: '1000',
      WATCH_INTERVAL_MAX_MS: '2000',
      DETAILS_ROTATION_MS: '10000',
      DETAILS_ROTATION_MAX_MS: '10000',
    },
    between: async ({ redisUrl, temporalAddress }) => {
      ways.redis = await open(redisUrl);
      ways['agents to redis'] = await open(redisUrl);
      ways.temporal = await open(`http://${temporalAddress}`);
      return {
        REDIS_URL: ways.redis.url,
        TEMPORAL_ADDRESS: new URL(ways.temporal.url).host,
      };
    },
    onExit: (piece, how) => exits.push(`${piece} ended by itself: ${how}`),
  });
  ways.server = await open(stack.serverUrl);
  const doors = complete(ways);
  const redis = new Redis(stack.redisUrl, { retryStrategy: () => 200, maxRetriesPerRequest: null });
  // Its failures are told by the commands; a listener keeps them from being thrown.
  redis.on('error', () => undefined);
  const agentsRedis = new Redis(doors['agents to redis'].url, {
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    commandTimeout: 8_000,
    retryStrategy: () => 200,
  });
  agentsRedis.on('error', () => undefined);
  return {
    stack,
    doors,
    redis,
    agentsRedis,
    exits,
    control: createEmulatorControl(stack.emulator.boardUrl),
    async close() {
      redis.disconnect();
      agentsRedis.disconnect();
      await Promise.all(opened.map((door) => door.close()));
      await stack.close();
    },
  };
}

function complete(ways: Partial<Record<Way, Door>>): Record<Way, Door> {
  const { server, redis, temporal, 'agents to redis': agents } = ways;
  if (!server || !redis || !temporal || !agents) throw new Error('A door is missing');
  return { server, redis, temporal, 'agents to redis': agents };
}
