import { setTimeout as sleep } from 'node:timers/promises';
import type { Way } from '../stand/chaos-stand.js';
import type { Door } from '../../integration/relay/door.js';

export interface ConnectionFault {
  readonly name: string;
  /** @param share how long, from 0 to 1 of the longest */
  run(doors: Readonly<Record<Way, Door>>, share: number): Promise<void>;
}

const longestCutMs = 2_000;
const longestSilenceMs = 4_000;

const ways: readonly Way[] = ['server', 'redis', 'agents to redis', 'temporal'];

/** What is on its way is lost: an answer after the write was done, too. */
const cuts = ways.map((way): ConnectionFault => ({
  name: `connections broken: ${way}`,
  async run(doors, share) {
    await doors[way].cut();
    await sleep(share * longestCutMs);
    await doors[way].open();
  },
}));

/** Connections stand, but nothing passes for a while; then they break. */
const silences = (['redis', 'temporal'] as const).map((way): ConnectionFault => ({
  name: `connections silenced: ${way}`,
  async run(doors, share) {
    doors[way].silence();
    await sleep(share * longestSilenceMs);
    await doors[way].cut();
    await doors[way].open();
  },
}));

/** The same without the break: whoever is connected must find out by itself, which takes up to a minute. */
export const lastingSilences: readonly ConnectionFault[] = (['redis', 'temporal'] as const).map(
  (way): ConnectionFault => ({
    name: `connections silenced for good: ${way}`,
    run: (doors) => Promise.resolve(doors[way].silence()),
  }),
);

export const connectionFaults: readonly ConnectionFault[] = [...cuts, ...silences];
