import type { Candidate } from '../problem.js';
import { editDistance, nearEnough } from './edit-distance.js';
import { foldName } from './fold-name.js';

/** Something that people call by a name. */
export interface Named extends Candidate {
  /** What it is also called: of people their mail address and sign-in name. */
  readonly also?: readonly string[];
}

/** Whom or what a name means. Nothing is guessed: what is not one is answered with what it may be. */
export type NameMatch =
  | { readonly kind: 'one'; readonly id: string }
  | { readonly kind: 'several'; readonly candidates: readonly Candidate[] }
  /** The nearest first; `isFar`: none is near, they are some of all, and the first is as good as any. */
  | { readonly kind: 'none'; readonly candidates: readonly Candidate[]; readonly isFar?: true };

const mostCandidates = 10;

/**
 * The whole name as it is written, or else as people compare names, must be that of exactly one. A part of it, like a first
 * name alone, is not guessed: where it fits one, that one is the nearest candidate; where it fits several, all of them are.
 */
export function matchName(name: string, known: readonly Named[]): NameMatch {
  const written = withId(known.filter((one) => namesOf(one).includes(name)));
  const [only] = written;
  if (only !== undefined && written.length === 1) return { kind: 'one', id: only.id };
  const wanted = foldName(name);
  const folded = withId(
    wanted === ''
      ? []
      : known.filter((one) => namesOf(one).some((other) => foldName(other) === wanted)),
  );
  const [first] = folded;
  if (first === undefined) return matchPart(wanted, known);
  if (folded.length === 1) return { kind: 'one', id: first.id };
  return { kind: 'several', candidates: folded.slice(0, mostCandidates).map(toCandidate) };
}

/** How a name is the one that was said: all of it, by whole words of it, or not. */
export function fitsByName(said: string, name: string): 'whole' | 'word' | 'no' {
  const [wanted, known] = [foldName(said), foldName(name)];
  if (wanted === '') return 'no';
  if (wanted === known) return 'whole';
  return ` ${known} `.includes(` ${wanted} `) ? 'word' : 'no';
}

function matchPart(wanted: string, known: readonly Named[]): NameMatch {
  const fitting = withId(known.filter(({ name }) => fitsByName(wanted, name) === 'word'));
  const { candidates, isFar } = nearest(wanted, known);
  if (fitting.length === 0) return { kind: 'none', candidates, ...(isFar && { isFar }) };
  const ids = new Set(fitting.map(({ id }) => id));
  const shown = [...fitting.map(toCandidate), ...candidates.filter(({ id }) => !ids.has(id))].slice(
    0,
    mostCandidates,
  );
  return fitting.length > 1
    ? { kind: 'several', candidates: fitting.slice(0, mostCandidates).map(toCandidate) }
    : { kind: 'none', candidates: shown };
}

/** The same thing may have been found in two ways. */
function withId(found: readonly Named[]): readonly Named[] {
  return [...new Map(found.map((one) => [one.id, one])).values()];
}

function namesOf({ name, also = [] }: Named): readonly string[] {
  return [name, ...also];
}

function toCandidate({ id, name, mail, jobTitle, department }: Named): Candidate {
  return {
    id,
    name,
    ...(mail !== undefined && { mail }),
    ...(jobTitle !== undefined && { jobTitle }),
    ...(department !== undefined && { department }),
  };
}

/** Those that begin like it or are spelled almost like it; where there are none, some of all. */
function nearest(
  wanted: string,
  known: readonly Named[],
): { readonly candidates: readonly Candidate[]; readonly isFar: boolean } {
  const ranked = withId(known)
    .map((one) => ({ one, distance: distanceTo(wanted, one) }))
    .toSorted((left, right) => left.distance - right.distance);
  const near = ranked.filter(({ distance }) => distance <= nearEnough(wanted.length));
  const isFar = near.length === 0 && ranked.length > 0;
  const shown = (isFar ? ranked : near).slice(0, mostCandidates);
  return { candidates: shown.map(({ one }) => toCandidate(one)), isFar };
}

function distanceTo(wanted: string, one: Named): number {
  const distances = namesOf(one).map((name) => {
    const folded = foldName(name).slice(0, 64);
    if (wanted !== '' && ` ${folded}`.includes(` ${wanted}`)) return 0.5;
    return editDistance(wanted.slice(0, 64), folded);
  });
  return Math.min(...distances);
}
