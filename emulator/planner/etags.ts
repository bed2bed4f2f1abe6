/** The type name inside an etag: etags of one type say nothing about another. */
export type EtagType =
  | 'Plan'
  | 'PlanDetails'
  | 'Bucket'
  | 'Task'
  | 'TaskDetails'
  | 'AssignedToTaskBoardTaskFormat'
  | 'BucketTaskBoardTaskFormat'
  | 'ProgressTaskBoardTaskFormat';

const COUNTER_DIGITS = 16;
const ZERO = 0x40;
/** The service's counters move by four, so that a new object's etag ends in D. */
const STEP = 4;
const ETAG = /^W\/"([A-Za-z0-9+/]+={0,2})"$/;

/** For instance version 2 of a task: W/"JzEtVGFzayAgQEBAQEBAQEBAQEBAQEBASCc=", decoded '1-Task  @@@@@@@@@@@@@@@H'. */
export function formatEtag(type: EtagType, version: number): string {
  return `W/"${Buffer.from(`'${prefix(type)}${encodeCounter(version)}'`, 'latin1').toString('base64')}"`;
}

/** The version that an If-Match value names; `undefined` when it is malformed or of another type. */
export function parseEtag(type: EtagType, value: string): number | undefined {
  const payload = ETAG.exec(value.trim())?.[1];
  if (payload === undefined) return undefined;
  const text = Buffer.from(payload, 'base64').toString('latin1');
  const start = `'${prefix(type)}`;
  if (!text.startsWith(start) || text.length !== start.length + COUNTER_DIGITS + 1)
    return undefined;
  const version = decodeCounter(text.slice(start.length, -1));
  return formatEtag(type, version) === value.trim() ? version : undefined;
}

/** What an etag says inside: `1-Task  @@@@@@@@@@@@@@@H`. */
export function parseEtagPayload(etag: string): string {
  const payload = ETAG.exec(etag)?.[1] ?? '';
  return Buffer.from(payload, 'base64').toString('latin1').slice(1, -1);
}

/** Type names are padded so that the counter starts at a boundary of the base64 text. */
function prefix(type: EtagType): string {
  const name = `1-${type}`;
  return name.padEnd(Math.ceil((name.length + 1) / 3) * 3 - 1);
}

function encodeCounter(version: number): string {
  let rest = version * STEP;
  let digits = '';
  for (let index = 0; index < COUNTER_DIGITS; index += 1) {
    digits = String.fromCharCode(ZERO + (rest % 64)) + digits;
    rest = Math.floor(rest / 64);
  }
  return digits;
}

function decodeCounter(digits: string): number {
  let value = 0;
  for (const digit of digits) value = value * 64 + (digit.charCodeAt(0) - ZERO);
  return value / STEP;
}
