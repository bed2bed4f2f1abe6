import type { Piece } from '../../e2e/stack.js';
import { pause } from '../actors/pause.js';
import type { Chance } from '../chance.js';
import type { ChaosStand } from '../stand/chaos-stand.js';
import { connectionFaults, lastingSilences, type ConnectionFault } from './connection-faults.js';
import { graphFaults, type GraphFault } from './graph-faults.js';

/** What was done to the product, by what it was. */
export interface Damage {
  readonly kills: ReadonlyMap<Piece, number>;
  readonly faults: ReadonlyMap<string, number>;
}

export interface Nemesis {
  damage(): Damage;
  /** Everything runs again and nothing disturbs any more. */
  repair(): Promise<void>;
}

export interface NemesisOptions {
  readonly stand: ChaosStand;
  /** One of its own for each kind of trouble. */
  readonly chance: (name: string) => Chance;
  readonly durationMs: number;
  readonly say: (text: string) => void;
}

const services: readonly Piece[] = ['redis', 'temporal', 'emulator'];
const ownProcesses: readonly Piece[] = ['server', 'worker', 'secondWorker'];

/** Kills, breaks and disturbs until the signal. */
export function startNemesis(options: NemesisOptions, signal: AbortSignal): Nemesis {
  const { stand } = options;
  const kills = new Map<Piece, number>();
  const faults = new Map<string, number>();
  const count = (name: string): void => {
    faults.set(name, (faults.get(name) ?? 0) + 1);
  };
  const onKill = (piece: Piece): void => void kills.set(piece, (kills.get(piece) ?? 0) + 1);
  const work = Promise.all([
    // Side by side, so that at times one of each is away.
    killInTurn(options, services, { signal, onKill }),
    killInTurn(options, ownProcesses, { signal, onKill }),
    disturbGraph(options, signal, count),
    breakConnections(options, signal, count),
  ]);
  return {
    damage: () => ({ kills, faults }),
    async repair() {
      await work;
      await stand.control.clearFaults();
    },
  };
}

/** Each in turn, in an order of its own each round, so that all are killed about equally often. */
async function killInTurn(
  { stand, chance, durationMs, say }: NemesisOptions,
  victims: readonly Piece[],
  { signal, onKill }: { readonly signal: AbortSignal; readonly onKill: (piece: Piece) => void },
): Promise<void> {
  const luck = chance(`kills of ${victims.join(', ')}`);
  // Once in a short run. Not more often in a long one: Temporal gives a dead worker's work to another after ten seconds.
  const everyMs = Math.min(12_000, durationMs / (victims.length + 1));
  while (!signal.aborted) {
    for (const piece of luck.shuffled(victims)) {
      const waitMs = luck.between(0.6, 1.2) * everyMs;
      const awayMs = luck.hits(0.3) ? luck.between(1_500, 5_000) : luck.between(0, 800);
      await pause(waitMs, signal);
      if (signal.aborted) return;
      await stand.stack.kill(piece);
      onKill(piece);
      await pause(awayMs, signal);
      await stand.stack.start(piece);
      if (piece === 'emulator') await prepareEmulator(stand);
      say(`killed ${piece}, away for ${(awayMs / 1_000).toFixed(1)} s`);
    }
  }
}

/** It forgets its settings with its process. Pages are short, so that looks have several. */
export async function prepareEmulator({ control }: ChaosStand): Promise<void> {
  await control.settings({ pageSize: 10 });
}

const metWithinMs = 1_500;

/** Gusts with calm between them, in which the product gets on with its work. */
async function disturbGraph(
  { stand, chance }: NemesisOptions,
  signal: AbortSignal,
  count: (name: string) => void,
): Promise<void> {
  const luck = chance('graph');
  while (!signal.aborted) {
    await pause(luck.between(0, 3_000), signal);
    for (let left = 1 + luck.below(5); left > 0; left -= 1) {
      const fault: GraphFault | undefined = luck.pick(graphFaults);
      if (fault === undefined || signal.aborted) return;
      const body = fault.make(luck);
      try {
        await stand.control.addFault(body);
        count(fault.name);
      } catch {
        // The emulator is away at this moment.
      }
      await pause(luck.between(0, 400), signal);
    }
    // As long as a look at the plans takes; what was not met by then would lie in wait for the calm.
    await pause(metWithinMs, signal);
    await stand.control.clearFaults().catch(() => undefined);
  }
}

async function breakConnections(
  { stand, chance, durationMs }: NemesisOptions,
  signal: AbortSignal,
  count: (name: string) => void,
): Promise<void> {
  const luck = chance('connections');
  const isLong = durationMs > 60_000;
  while (!signal.aborted) {
    await pause(luck.between(2_000, 7_000), signal);
    const faults = isLong && luck.hits(0.05) ? lastingSilences : connectionFaults;
    const fault: ConnectionFault | undefined = luck.pick(faults);
    const share = luck.next();
    if (fault === undefined || signal.aborted) return;
    count(fault.name);
    await fault.run(stand.doors, share);
  }
}
