import { badRequest } from '../graph/graph-failure.js';

/** What clients may write: previous hint, space, next hint, exclamation mark. */
const PENDING = /^[\x20-\x7E]* [\x20-\x7E]*!$/;
/** Characters of generated hints, in order: no space and no exclamation mark, which have a meaning in pending hints. */
const FIRST = 0x23;
const LAST = 0x7e;
const MAX_TICKS = 9_223_372_036_854_775_807n;
const UNIX_EPOCH_TICKS = 621_355_968_000_000_000n;

/**
 * The hint that the service keeps for a hint written by a client: strictly between the two neighbours in ordinal
 * order. Throws 400 for anything that is not a pending hint, above all for a stored hint sent back.
 */
export function resolveOrderHint(value: string): string {
  if (!PENDING.test(value)) throw invalidHint(value);
  const reader = { text: value, at: 0 };
  const bounds = readHint(reader);
  if (bounds === undefined || reader.at !== value.length || bounds.kind !== 'pending') {
    throw invalidHint(value);
  }
  return bounds.hint;
}

/** Planner puts what comes without a hint first: hints of new things sink as time goes on. */
export function createOrderHintSource(now: () => Date): () => string {
  let last = MAX_TICKS;
  return () => {
    const ticks = MAX_TICKS - (BigInt(now().getTime()) * 10_000n + UNIX_EPOCH_TICKS);
    last = ticks < last ? ticks : last - 1n;
    return `${last}P\\`;
  };
}

/**
 * A string strictly between two others in ordinal order (a prefix sorts before a longer string); an empty `above` is
 * no bound. No result ends in the first character, so that there is always room before it.
 */
export function hintBetween(below: string, above: string): string {
  // Neighbours in the wrong order say nothing useful: what follows the first is as good as any place.
  const limit = above > below ? above : '';
  let shared = 0;
  while (shared < limit.length && limit[shared] === below[shared]) shared += 1;
  const prefix = limit.slice(0, shared);
  const low = shared < below.length ? below.charCodeAt(shared) : FIRST - 1;
  const high = shared < limit.length ? limit.charCodeAt(shared) : LAST + 1;
  const middle = Math.floor((low + high) / 2);
  if (middle > low && middle > FIRST) return prefix + String.fromCharCode(middle);
  if (low >= FIRST) {
    // Neighbouring characters: go on behind the lower string, where only it bounds.
    return prefix + String.fromCharCode(low) + hintBetween(below.slice(shared + 1), '');
  }
  // The lower string ended: go down below what the upper one goes on with.
  const rest = limit.slice(shared + 1);
  return (
    prefix + String.fromCharCode(Math.min(high, FIRST)) + hintBetween('', high <= FIRST ? rest : '')
  );
}

interface Reader {
  readonly text: string;
  at: number;
}

interface Hint {
  readonly kind: 'stored' | 'pending' | 'none';
  readonly hint: string;
}

/** hint := stored | [hint] ' ' [hint] '!' */
function readHint(reader: Reader): Hint | undefined {
  let current = readStored(reader);
  while (reader.text[reader.at] === ' ') {
    reader.at += 1;
    const next = readHint(reader);
    if (next === undefined || reader.text[reader.at] !== '!') return undefined;
    reader.at += 1;
    current = { kind: 'pending', hint: hintBetween(current.hint, next.hint) };
  }
  return current;
}

function readStored(reader: Reader): Hint {
  const start = reader.at;
  while (reader.at < reader.text.length && !' !'.includes(reader.text.charAt(reader.at))) {
    reader.at += 1;
  }
  const hint = reader.text.slice(start, reader.at);
  return { kind: hint === '' ? 'none' : 'stored', hint };
}

function invalidHint(value: string): Error {
  return badRequest(`The order hint '${value}' is not a valid order hint.`);
}
