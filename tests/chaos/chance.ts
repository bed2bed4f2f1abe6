/** Chance that is repeated exactly by the same seed and name. Each actor has its own, so that timing shifts nobody's. */
export interface Chance {
  /** From 0 up to, and without, 1. */
  next(): number;
  /** A whole number from 0 up to, and without, the given one. */
  below(limit: number): number;
  between(low: number, high: number): number;
  hits(probability: number): boolean;
  /** Undefined of an empty list. */
  pick<T>(items: readonly T[]): T | undefined;
  shuffled<T>(items: readonly T[]): readonly T[];
}

export function createChance(seed: number, name: string): Chance {
  const next = sfc32(hash(`${seed}/${name}`));
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    between: (low, high) => low + next() * (high - low),
    hits: (probability) => next() < probability,
    pick: (items) => items[below(items.length)],
    shuffled(items) {
      const result = [...items];
      for (let at = result.length - 1; at > 0; at -= 1) {
        const other = below(at + 1);
        result.splice(at, 1, ...result.splice(other, 1, ...result.slice(at, at + 1)));
      }
      return result;
    },
  };
}

type State = [number, number, number, number];

/** Small Fast Counter: 128 bits of state, passes PractRand. https://pracrand.sourceforge.net */
function sfc32([a, b, c, d]: State): () => number {
  return () => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 4_294_967_296;
  };
}

/** Four FNV-1a hashes of the text, each from another start. */
function hash(text: string): State {
  const one = (start: number): number => {
    let value = start;
    for (let at = 0; at < text.length; at += 1) {
      value = Math.imul(value ^ text.charCodeAt(at), 16_777_619);
      value ^= value >>> 13;
    }
    return value >>> 0;
  };
  return [one(2_166_136_261), one(3_332_679_571), one(374_761_393), one(1)];
}
