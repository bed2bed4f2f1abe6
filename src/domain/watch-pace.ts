/**
 * Why a plan is looked at as often as it is. `active`: something happened lately, the looks become rarer with the time
 * since; `quiet`: nothing for so long that it is the slowest rhythm; `awaited`: somebody waits for a change;
 * `told`: Graph tells of changes, so that looks only confirm;
 * `short_of_budget`: slower than it would be, because the budget of requests is nearly used up; `failing`: the last look
 * gave no answer or was refused.
 */
export const watchPaces = [
  'active',
  'quiet',
  'awaited',
  'told',
  'short_of_budget',
  'failing',
] as const;

export type WatchPace = (typeof watchPaces)[number];
