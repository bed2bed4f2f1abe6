import { z } from 'zod';

const effectSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('status'),
    status: z.int().min(400).max(599),
    code: z.string().optional(),
    message: z.string().optional(),
    /** Seconds. */
    retryAfter: z.number().min(0).optional(),
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

/** What happens to a matching request instead of, or besides, its being carried out. */
export type FaultEffect = z.infer<typeof effectSchema>;

interface FaultTarget {
  readonly method: string;
  /** Without version and query. `/$batch` is matched by faults with a path alone. */
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

interface ActiveFault {
  readonly method: string | undefined;
  readonly path: RegExp | undefined;
  readonly query: RegExp | undefined;
  readonly planId: string | undefined;
  readonly probability: number;
  readonly effect: FaultEffect;
  remaining: number;
}

export function createFaults(random: () => number): Faults {
  const active = new Map<string, ActiveFault>();
  let lastId = 0;
  return {
    add(fault) {
      const { match, effect, times, probability } = faultSchema.parse(fault);
      lastId += 1;
      const id = String(lastId);
      active.set(id, {
        method: match.method?.toUpperCase(),
        path: match.path === undefined ? undefined : new RegExp(match.path),
        query: match.query === undefined ? undefined : new RegExp(match.query),
        planId: match.planId,
        probability: probability ?? 1,
        effect,
        remaining: times ?? Number.POSITIVE_INFINITY,
      });
      return id;
    },
    remove: (id) => active.delete(id),
    clear: () => active.clear(),
    meet(target) {
      let latencyMs = 0;
      let ending: Trouble['ending'];
      for (const [id, fault] of active) {
        if (!isHit(fault, target, random)) continue;
        if (fault.effect.kind === 'latency') latencyMs += fault.effect.ms;
        else if (ending === undefined) ending = fault.effect;
        else continue;
        fault.remaining -= 1;
        if (fault.remaining <= 0) active.delete(id);
      }
      return { latencyMs, ending };
    },
  };
}

function isHit(fault: ActiveFault, target: FaultTarget, random: () => number): boolean {
  if (fault.path === undefined && target.path === '/$batch') return false;
  return (
    (fault.method === undefined || fault.method === target.method) &&
    (fault.path === undefined || fault.path.test(target.path)) &&
    (fault.query === undefined || fault.query.test(target.query)) &&
    (fault.planId === undefined || fault.planId === target.planId) &&
    (fault.probability >= 1 || random() < fault.probability)
  );
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
}
