import { failure, ok, skipped, warning, type Judgement } from './finding.js';

/** Between which bounds another clock is ahead of this one (ms); behind it when negative. */
export interface ClockDifference {
  readonly min: number;
  readonly max: number;
}

/** What a `Date` header, which knows whole seconds, tells of a clock that was read between sending and answer. */
export function differenceByHeader(
  date: string | null,
  { sentAt, answeredAt }: { readonly sentAt: number; readonly answeredAt: number },
): ClockDifference | null {
  const at = date === null ? Number.NaN : Date.parse(date);
  return Number.isNaN(at) ? null : { min: at - answeredAt, max: at + 1_000 - sentAt };
}

const noticeableMs = 5_000;
/** Who wrote last is decided with this much grace: beyond it, edits of people and agents are taken for older than they are. */
const harmfulMs = 30_000;

export function judgeClock(whose: string, difference: ClockDifference | null): Judgement {
  if (difference === null) return skipped(`${whose} did not tell the time`);
  const { min, max } = difference;
  const surely = min > 0 ? min : max < 0 ? max : 0;
  const size = Math.abs(surely);
  if (size < noticeableMs) return ok(`This clock agrees with ${whose}`);
  const found = `This clock is at least ${inWords(size)} ${surely > 0 ? 'behind' : 'ahead of'} ${whose}`;
  const fix =
    'Set the clocks by NTP (timedatectl set-ntp true), on every machine of the installation.';
  return size < harmfulMs ? warning(found, fix) : failure(found, fix);
}

function inWords(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
