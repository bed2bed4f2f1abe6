import type { BusySpan, BusyStatus } from './busy-times.js';

/** What a digit of the view says; 0 is free. */
const statuses: Readonly<Record<string, BusyStatus>> = {
  '1': 'tentative',
  '2': 'busy',
  '3': 'oof',
  '4': 'workingElsewhere',
};

/**
 * The busy times of a view like `000222`, a digit for each stretch of `stepMs` from `start` (ms since 1970). Of people who
 * show no more than that Graph tells nothing else. https://learn.microsoft.com/graph/outlook-get-free-busy-schedule
 */
export function spansInView(
  view: string,
  { start, stepMs }: { readonly start: number; readonly stepMs: number },
): readonly BusySpan[] {
  return view.split('').flatMap((digit, index) => {
    const status = Object.hasOwn(statuses, digit) ? statuses[digit] : undefined;
    const from = start + index * stepMs;
    return status === undefined ? [] : [{ start: from, end: from + stepMs, status }];
  });
}
