/** One line of the table: what was measured, against what, and what it should be. */
export interface Figure {
  readonly name: string;
  readonly measured: Quantity;
  /** Measured in the same run, so that a slow machine slows both; for a plain limit, the limit. */
  readonly baseline: Quantity & { readonly what: string };
  /** Measured by baseline. */
  readonly ratio: number;
  /** In words; null: for information only. */
  readonly target: string | null;
  readonly isMet: boolean | null;
  /** Every round's value, for those who want to see the spread. */
  readonly rounds?: readonly number[];
}

export interface Quantity {
  readonly value: number;
  /** "/s", "ms", "requests", "MB". */
  readonly unit: string;
}

export type Bound =
  { readonly atLeast: number } | { readonly atMost: number } | { readonly informative: true };

interface Comparison {
  readonly name: string;
  readonly measured: Quantity;
  readonly baseline: Quantity & { readonly what: string };
  /** Of the ratio. */
  readonly bound: Bound;
  /** When the rounds were paired, their median rather than the ratio of the medians. */
  readonly ratio?: number;
  readonly rounds?: readonly number[];
}

/** A figure whose ratio has to stay on one side of a bound. */
export function compare(comparison: Comparison): Figure {
  const { bound, ratio = comparison.measured.value / comparison.baseline.value } = comparison;
  return { ...plain(comparison), ratio, ...judge(ratio, bound) };
}

/** A figure whose own value has to stay on one side of a bound; the baseline only says what that means. */
export function limit(comparison: Comparison): Figure {
  const { measured, baseline, bound } = comparison;
  const { target, isMet } = judge(measured.value, bound);
  return {
    ...plain(comparison),
    ratio: measured.value / baseline.value,
    target: target === null ? null : `${target} ${measured.unit}`,
    isMet,
  };
}

function plain({ name, measured, baseline, rounds }: Comparison) {
  return { name, measured, baseline, ...(rounds && { rounds }) };
}

function judge(value: number, bound: Bound): Pick<Figure, 'target' | 'isMet'> {
  // Rounded as it is shown: 0.1600001 is 0.16.
  const shown = Math.round(value * 10_000) / 10_000;
  if ('atLeast' in bound) return { target: `>= ${bound.atLeast}`, isMet: shown >= bound.atLeast };
  if ('atMost' in bound) return { target: `<= ${bound.atMost}`, isMet: shown <= bound.atMost };
  return { target: null, isMet: null };
}
