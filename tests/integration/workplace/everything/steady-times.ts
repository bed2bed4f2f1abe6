const minute = 60_000;
const day = 24 * 60 * minute;
/** It is always this moment in an example: a Monday before the days that the scenario names. */
const exampleNow = Date.parse('2031-03-03T09:00:00Z');
/** What the scenario itself names lies further away than anything of the first content. */
const nearMs = 500 * day;

const times = /\b(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(\.\d+)?(Z|[+-]\d{2}:\d{2})?)?(?!\d)/g;

/** Puts the times in a text where they would be if the run had begun at a fixed moment. */
export function steadyTimes(text: string, startedAt: number): string {
  return text.replaceAll(times, (whole: string, ...parts: readonly (string | undefined)[]) => {
    const [date = '', time, fraction, zone] = parts;
    const exact = time === undefined ? date : `${date}T${time}${fraction ?? ''}${zone ?? 'Z'}`;
    const at = Date.parse(exact);
    if (Number.isNaN(at) || Math.abs(at - startedAt) > nearMs) return whole;
    if (time === undefined) return new Date(at + wholeDays(startedAt)).toISOString().slice(0, 10);
    const moved = isOnTheClock(at) ? at + wholeDays(startedAt) : rounded(at, startedAt);
    return inForm(moved, fraction, zone);
  });
}

/** The same for a time as milliseconds. */
export const steadyMs = rounded;

/** A time that somebody set, as against one that was taken from a clock. */
function isOnTheClock(at: number): boolean {
  return at % (5 * minute) === 0;
}

function wholeDays(startedAt: number): number {
  return Math.floor(exampleNow / day) * day - Math.floor(startedAt / day) * day;
}

/** The run itself is one moment. */
function rounded(at: number, startedAt: number): number {
  const step = 5 * minute;
  return exampleNow + Math.round((at - startedAt - minute) / step) * step;
}

function inForm(at: number, fraction: string | undefined, zone: string | undefined): string {
  const offset = zone === undefined || zone === 'Z' ? 0 : Date.parse(`1970-01-01T00:00:00${zone}`);
  const [local = ''] = new Date(at - offset).toISOString().split('.');
  const digits = fraction === undefined ? '' : `.${'0'.repeat(fraction.length - 1)}`;
  return `${local}${digits}${zone ?? ''}`;
}
