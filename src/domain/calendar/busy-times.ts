/** From `start` up to and without `end`, in ms since 1970. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What somebody is, from the weakest to the strongest; `free` is not told. */
export const busyStatuses = ['workingElsewhere', 'tentative', 'busy', 'oof'] as const;

export type BusyStatus = (typeof busyStatuses)[number];

export interface BusySpan extends Span {
  readonly status: BusyStatus;
}

/**
 * The same times without overlaps, in order: where several things are at once, the strongest counts, and what touches and
 * is of one status is one.
 */
export function mergeBusy(spans: readonly BusySpan[]): readonly BusySpan[] {
  const edges = [...new Set(spans.flatMap(({ start, end }) => [start, end]))].toSorted(
    (left, right) => left - right,
  );
  const merged: BusySpan[] = [];
  edges.slice(0, -1).forEach((start, index) => {
    const end = edges[index + 1] ?? start;
    const status = strongest(spans.filter((span) => span.start <= start && span.end >= end));
    if (status === null) return;
    const last = merged.at(-1);
    if (last?.end === start && last.status === status) {
      merged[merged.length - 1] = { ...last, end };
    } else merged.push({ start, end, status });
  });
  return merged;
}

function strongest(spans: readonly BusySpan[]): BusyStatus | null {
  const ranks = spans.map(({ status }) => busyStatuses.indexOf(status));
  return busyStatuses[Math.max(-1, ...ranks)] ?? null;
}
