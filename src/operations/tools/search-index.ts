import type { Operation } from '../define-operation.js';

export interface SearchIndex {
  /** Those that fit, the best first; of equals in the order in which operations are shown. */
  find(query: string): readonly Operation[];
}

interface Entry {
  readonly operation: Operation;
  /** How much each word says of it. */
  readonly weights: ReadonlyMap<string, number>;
}

/** What people say for what stands in our names. */
const sameWords: Readonly<Record<string, readonly string[]>> = {
  email: ['mail'],
  inbox: ['mail', 'message'],
  letter: ['mail'],
  meeting: ['event', 'calendar'],
  appointment: ['event', 'calendar'],
  invite: ['event', 'respond'],
  invitation: ['event', 'respond'],
  availability: ['free', 'busy'],
  board: ['plan'],
  column: ['bucket'],
  todo: ['todo', 'task'],
  reminder: ['todo', 'task'],
  colleague: ['people'],
  user: ['people'],
  contact: ['people'],
  boss: ['manager'],
  document: ['file'],
  label: ['category', 'update'],
  remove: ['delete'],
  make: ['create'],
  add: ['create', 'add'],
  new: ['create'],
  change: ['update'],
  edit: ['update'],
  show: ['get', 'list'],
  read: ['get', 'list'],
  find: ['search'],
  done: ['complete'],
  finish: ['complete'],
  answer: ['reply'],
  revert: ['undo'],
};

const saysNothing = new Set(
  'a an and as at by can do for from how i in into is it me my of on or our that the their this to use with you your'.split(
    ' ',
  ),
);

const nameWeight = 6;
const titleWeight = 3;
const argumentWeight = 2;
const textWeight = 1;

/** Made once; a search costs a pass over all operations and no more. */
export function createSearchIndex(operations: readonly Operation[]): SearchIndex {
  const entries = operations.map(toEntry);
  const spread = new Map<string, number>();
  for (const { weights } of entries) {
    for (const word of weights.keys()) spread.set(word, (spread.get(word) ?? 0) + 1);
  }
  /** A word that every operation has says little. */
  const rarity = (word: string): number =>
    Math.log(1 + entries.length / (spread.get(word) ?? entries.length));

  const score = ({ operation, weights }: Entry, query: string, wanted: Wanted[]): number => {
    if (operation.name === query.trim().toLowerCase()) return Number.MAX_VALUE;
    let sum = 0;
    for (const { alternatives } of wanted) {
      // The best of what a word may mean, so that a word with many meanings counts once.
      sum += Math.max(...alternatives.map((word) => best(weights, word) * rarity(word)));
    }
    return sum;
  };

  return {
    find(query) {
      const wanted = wordsOf(query).map(toWanted);
      return entries
        .map((entry) => ({ operation: entry.operation, points: score(entry, query, wanted) }))
        .filter(({ points }) => points > 0)
        .toSorted((one, other) => other.points - one.points)
        .map(({ operation }) => operation);
    },
  };
}

interface Wanted {
  readonly alternatives: readonly string[];
}

function toWanted(word: string): Wanted {
  const others = Object.hasOwn(sameWords, word) ? sameWords[word] : undefined;
  return { alternatives: [...new Set([word, ...(others ?? [])])] };
}

function toEntry(operation: Operation): Entry {
  const weights = new Map<string, number>();
  const note = (text: string, weight: number): void => {
    for (const word of wordsOf(text)) weights.set(word, Math.max(weights.get(word) ?? 0, weight));
  };
  note(operation.name, nameWeight);
  note(operation.area, titleWeight);
  note(operation.title, titleWeight);
  note(operation.description, textWeight);
  for (const [name, schema] of Object.entries(operation.input.shape)) {
    note(name.replaceAll(/([a-z])([A-Z])/g, '$1 $2'), argumentWeight);
    if (schema.description !== undefined) note(schema.description, textWeight / 2);
  }
  for (const { tool } of operation.alsoKnownAs ?? [])
    if (tool !== undefined) note(tool, nameWeight);
  return { operation, weights };
}

/** Half as much where only the beginning is the same. */
function best(weights: ReadonlyMap<string, number>, word: string): number {
  const exact = weights.get(word);
  if (exact !== undefined) return exact;
  if (word.length < 3) return 0;
  let most = 0;
  for (const [known, weight] of weights) {
    if (known.startsWith(word) || (known.length > 3 && word.startsWith(known))) {
      most = Math.max(most, weight / 2);
    }
  }
  return most;
}

/** Lower case, without what says nothing, in the singular as far as English has rules. */
function wordsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !saysNothing.has(word)).map(singular);
}

function singular(word: string): string {
  if (word.length <= 3 || word.endsWith('ss')) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.endsWith('s') ? word.slice(0, -1) : word;
}
