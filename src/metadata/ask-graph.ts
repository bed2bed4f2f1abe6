import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { GraphError } from '../domain/graph-error.js';
import { ProblemError } from '../domain/problem.js';
import type { Freshness } from './freshness.js';
import { metadataProblem, silenceMs } from './metadata-problem.js';
import { leaseMs, type MetadataValues } from './metadata-values.js';
import type { ReadEntity } from './read-entity.js';
import { toStored } from './stored.js';
import { nameOf, typeOf, type Wanted } from './wanted.js';

/** Asks Graph for what the cache does not have, and keeps the answer or the refusal. Rejects with ProblemErrors. */
export interface AskGraph {
  /** Once for all who ask at the same time, in all processes. */
  once(wanted: Wanted): Promise<string>;
  /** In any case, and at once: what others are asking meanwhile does not count any more. */
  anyway(wanted: Wanted): Promise<string>;
  /** Unless somebody does it or has just done it. */
  again(wanted: Wanted): Promise<void>;
  /** Whoever asks from now on does not share an answer that was asked for before. */
  forget(wanted: Wanted): void;
}

interface Asked {
  readonly json: string;
  /** False: a change came, or somebody took the turn, while Graph was asked. */
  readonly isKept: boolean;
}

const pollMs = 40;
/** Longer than Graph may take. */
const longestWaitMs = 25_000;
/** A thing that changes all the time is answered as it was in between. */
const mostRounds = 3;

export function createAskGraph(deps: {
  readonly values: MetadataValues;
  readonly readEntity: ReadEntity;
  readonly freshness: Freshness;
  readonly now: () => number;
}): AskGraph {
  const { values, readEntity, freshness, now } = deps;
  const running = new Map<string, Promise<string>>();

  const inTurn = async (wanted: Wanted, round: number): Promise<string> => {
    const token = randomUUID();
    const end = performance.now() + longestWaitMs;
    while (!(await values.begin(wanted, token))) {
      if (performance.now() > end) {
        throw new ProblemError('graph_unavailable', 'Microsoft Graph has not answered in time');
      }
      await sleep(pollMs * (0.5 + Math.random()));
      const others = await found(wanted);
      if (others !== null) return others;
    }
    const { json, isKept } = await unlessFound(wanted, token);
    return isKept || round === mostRounds ? json : inTurn(wanted, round + 1);
  };

  /** Another may have been done between our look and our turn. */
  const unlessFound = async (wanted: Wanted, token: string): Promise<Asked> => {
    let others: string | null = null;
    let isOver = true;
    try {
      others = await found(wanted);
      isOver = others !== null;
    } finally {
      if (isOver) await values.end(wanted, token);
    }
    return others === null ? ask(wanted, token) : { json: others, isKept: true };
  };

  /** What another process found out meanwhile. */
  const found = async (wanted: Wanted): Promise<string | null> => {
    const [json, refusal] = await Promise.all([values.read(wanted), values.readRefusal(wanted)]);
    if (json !== null && freshness.ageOf(wanted, json) !== null) return json;
    if (refusal !== null) throw refusal;
    return null;
  };

  const ask = async (wanted: Wanted, token: string): Promise<Asked> => {
    const renewing = setInterval(() => {
      // A turn that is lost is noticed when the answer is to be kept.
      values.renew(wanted, token).catch(() => undefined);
    }, leaseMs / 3);
    try {
      const entity = await readEntity(wanted);
      const json = toStored(typeOf(wanted.kind), entity, now());
      const lives = freshness.livesOf(wanted.kind);
      return { json, isKept: await values.store(wanted, token, { entity, json, lives }) };
    } catch (error) {
      if (!(error instanceof GraphError)) {
        await values.end(wanted, token);
        throw error;
      }
      const problem = metadataProblem(wanted, error);
      const isGone = error.code === 'not_found';
      await values.refuse(wanted, token, { problem, forMs: silenceMs(error), isGone });
      throw problem;
    } finally {
      clearInterval(renewing);
    }
  };

  return {
    once(wanted) {
      const name = nameOf(wanted);
      const known = running.get(name);
      if (known !== undefined) return known;
      const started = inTurn(wanted, 1).finally(() => {
        if (running.get(name) === started) running.delete(name);
      });
      running.set(name, started);
      return started;
    },
    async anyway(wanted) {
      const token = randomUUID();
      await values.seize(wanted, token);
      return (await ask(wanted, token)).json;
    },
    async again(wanted) {
      const token = randomUUID();
      if (!(await values.begin(wanted, token))) return;
      const [json, refusal] = await Promise.all([values.read(wanted), values.readRefusal(wanted)]);
      const ageMs = json === null ? null : freshness.ageOf(wanted, json);
      const isDone = ageMs !== null && !freshness.isDue(wanted, ageMs);
      if (isDone || refusal !== null) await values.end(wanted, token);
      else await ask(wanted, token);
    },
    forget(wanted) {
      running.delete(nameOf(wanted));
    },
  };
}
