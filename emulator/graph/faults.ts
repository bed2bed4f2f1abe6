import { z } from 'zod';
import { createStorm, type Storm } from './storm.js';
import { isClosed, type Arrival, type Gate, type Throttling } from './throttling.js';

const retryAfterAs = z.enum(['seconds', 'date']).default('seconds');

const effectSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('status'),
    status: z.int().min(400).max(599),
    code: z.string().optional(),
    message: z.string().optional(),
    /** Seconds. */
    retryAfter: z.number().min(0).optional(),
    retryAfterAs,
    /** For what Graph says in headers alone: a claims challenge, where to begin anew. */
    headers: z.record(z.string(), z.string()).optional(),
  }),
  z.strictObject({
    kind: z.literal('storm'),
    status: z.union([z.literal(429), z.literal(503)]).default(429),
    every: z.int().min(1),
    retryAfter: z
      .strictObject({ min: z.int().min(1), max: z.int().max(3_600) })
      .refine(({ min, max }) => min <= max, { error: 'min must not be above max' }),
    retryAfterAs,
  }),
  z.strictObject({ kind: z.literal('latency'), ms: z.number().min(0).max(120_000) }),
  z.strictObject({ kind: z.literal('dropAnswer') }),
  z.strictObject({ kind: z.literal('close') }),
  z.strictObject({ kind: z.literal('duplicate') }),
]);

const faultSchema = z.strictObject({
  match: z
    .strictObject({
      method: z.string().optional(),
      path: z.string().refine(isPattern, { error: 'must be a regular expression' }).optional(),
      query: z.string().refine(isPattern, { error: 'must be a regular expression' }).optional(),
      planId: z.string().optional(),
    })
    .default({}),
  effect: effectSchema,
  times: z.int().min(1).optional(),
  probability: z.number().min(0).max(1).optional(),
});

type ConfiguredEffect = z.infer<typeof effectSchema>;
type StormEffect = Extract<ConfiguredEffect, { kind: 'storm' }>;

/** What happens to a matching request instead of, or besides, its being carried out. */
export type FaultEffect = Exclude<ConfiguredEffect, { kind: 'storm' }>;

interface FaultTarget extends Arrival {
  readonly method: string;
  /** Without version, tenant and query. `/$batch` and Entra's `/oauth2/…` are matched by faults with a path alone. */
  readonly path: string;
  /** As sent, without the question mark: the later pages of a list have a `$skiptoken`. */
  readonly query: string;
  readonly planId: string | undefined;
}

/** What a request meets: a wait, and then perhaps one thing that ends it. */
interface Trouble {
  readonly latencyMs: number;
  readonly ending: Exclude<FaultEffect, { kind: 'latency' }> | undefined;
}

export interface Faults {
  /** Throws a `ZodError` that names every bad field. */
  add(fault: unknown): string;
  remove(id: string): boolean;
  clear(): void;
  /** Uses up one of the `times` of each fault it takes. */
  meet(target: FaultTarget): Trouble;
}

interface Match {
  readonly method: string | undefined;
  readonly path: RegExp | undefined;
  readonly query: RegExp | undefined;
  readonly planId: string | undefined;
}

interface ActiveFault {
  readonly match: Match;
  readonly probability: number;
  readonly effect: ConfiguredEffect;
  readonly storm: Storm | null;
  remaining: number;
}

export interface FaultOptions {
  readonly random: () => number;
  readonly throttling: Throttling;
  /** ms of the clock that arrivals are told by. */
  readonly now: () => number;
  /** How long an answer is under way to its caller (ms). */
  readonly answerMs: () => number;
}

export function createFaults({ random, throttling, now, answerMs }: FaultOptions): Faults {
  const active = new Map<string, ActiveFault>();
  let gates: { readonly match: Match; readonly gate: Gate }[] = [];
  let lastId = 0;

  const gatesOf = (target: FaultTarget): readonly Gate[] => {
    gates = gates.filter(({ gate }) => gate.until > now());
    return gates.filter(({ match }) => isMatch(match, target)).map(({ gate }) => gate);
  };

  const throttle = (match: Match, target: FaultTarget, seconds: number): void => {
    gates.push({ match, gate: throttling.close(target.callerId, seconds * 1_000, answerMs()) });
  };

  /** Within its own closed time a storm throttles everything, for as long as that lasts. */
  const meetStorm = (
    { match, storm }: ActiveFault,
    effect: StormEffect,
    target: FaultTarget,
  ): FaultEffect | undefined => {
    const { status, retryAfterAs: as } = effect;
    const closed = gatesOf(target).filter((gate) => isClosed(gate, target));
    const restMs = Math.max(0, ...closed.map(({ until }) => until - now()));
    const seconds = restMs > 0 ? Math.ceil(restMs / 1_000) : (storm?.next() ?? null);
    if (seconds === null) return undefined;
    if (restMs === 0) throttle(match, target, seconds);
    return { kind: 'status', status, retryAfter: seconds, retryAfterAs: as };
  };

  const endingOf = (fault: ActiveFault, target: FaultTarget): FaultEffect | undefined => {
    const { effect, match } = fault;
    if (effect.kind === 'storm') return meetStorm(fault, effect, target);
    if (effect.kind === 'status' && effect.retryAfter !== undefined) {
      throttle(match, target, effect.retryAfter);
    }
    return effect;
  };

  return {
    add(fault) {
      const { match, effect, times, probability } = faultSchema.parse(fault);
      lastId += 1;
      const id = String(lastId);
      active.set(id, {
        match: {
          method: match.method?.toUpperCase(),
          path: match.path === undefined ? undefined : new RegExp(match.path),
          query: match.query === undefined ? undefined : new RegExp(match.query),
          planId: match.planId,
        },
        probability: probability ?? 1,
        effect,
        storm: effect.kind === 'storm' ? toStorm(effect) : null,
        remaining: times ?? Number.POSITIVE_INFINITY,
      });
      return id;
    },
    remove: (id) => active.delete(id),
    clear() {
      active.clear();
      gates = [];
    },
    meet(target) {
      throttling.note(target, gatesOf(target));
      let latencyMs = 0;
      let ending: Trouble['ending'];
      for (const [id, fault] of active) {
        if (!isMatch(fault.match, target)) continue;
        if (fault.probability < 1 && random() >= fault.probability) continue;
        if (fault.effect.kind !== 'latency' && ending !== undefined) continue;
        const met = endingOf(fault, target);
        if (met === undefined) continue;
        if (met.kind === 'latency') latencyMs += met.ms;
        else ending = met;
        fault.remaining -= 1;
        if (fault.remaining <= 0) active.delete(id);
      }
      return { latencyMs, ending };
    },
  };
}

function toStorm({ every, retryAfter }: StormEffect): Storm {
  return createStorm({ every, minSeconds: retryAfter.min, maxSeconds: retryAfter.max });
}

function isMatch(match: Match, target: FaultTarget): boolean {
  if (match.path === undefined && isMetByPathOnly(target.path)) return false;
  return (
    (match.method === undefined || match.method === target.method) &&
    (match.path === undefined || match.path.test(target.path)) &&
    (match.query === undefined || match.query.test(target.query)) &&
    (match.planId === undefined || match.planId === target.planId)
  );
}

function isMetByPathOnly(path: string): boolean {
  return path === '/$batch' || path.startsWith('/oauth2/');
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
}
