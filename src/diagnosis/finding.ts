import * as z from 'zod';

export const findingStates = ['ok', 'warning', 'failure', 'skipped'] as const;
export type FindingState = (typeof findingStates)[number];

/** What is looked at, in the order in which it is told. */
export const areas = [
  'process',
  'configuration',
  'redis',
  'temporal',
  'microsoft',
  'permissions',
  'plans',
  'address',
  'clock',
] as const;
export type Area = (typeof areas)[number];

export const findingSchema = z.object({
  check: z
    .string()
    .describe('Names the check for scripts, for instance redis.eviction. Stays the same.'),
  area: z.enum(areas),
  state: z
    .enum(findingStates)
    .describe(
      'ok; warning: it works, but not for long or not all of it; failure: something that is needed does not work; skipped: could not be found out, found says why.',
    ),
  found: z.string().describe('What was found, a sentence.'),
  fix: z.string().nullable().describe('What to do about it; null where there is nothing to do.'),
  planId: z.string().nullable().describe('The plan that it is about; null: about none.'),
});

/** What one check found out. Never holds a secret. */
export type Finding = z.infer<typeof findingSchema>;

/** What a judge says of one thing; the check gives it name and area. */
export type Judgement = Pick<Finding, 'state' | 'found' | 'fix'>;

export function ok(found: string): Judgement {
  return { state: 'ok', found, fix: null };
}

export function warning(found: string, fix: string): Judgement {
  return { state: 'warning', found, fix };
}

export function failure(found: string, fix: string): Judgement {
  return { state: 'failure', found, fix };
}

export function skipped(found: string, fix: string | null = null): Judgement {
  return { state: 'skipped', found, fix };
}

/** A judgement as the finding of a check; the area is the first part of its name. */
export function toFinding(
  check: `${Area}.${string}`,
  judgement: Judgement,
  planId: string | null = null,
): Finding {
  const area = areas.find((one) => check.startsWith(`${one}.`));
  if (area === undefined) throw new TypeError(`${check} is of no area`);
  return { check, area, ...judgement, planId };
}
