import {
  ApplicationFailure,
  ApplicationFailureCategory,
  CancelledFailure,
} from '@temporalio/common';
import { GraphError } from '../domain/graph-error.js';
import { SyncBlockedError } from '../sync/sync-tasks.js';

/** Temporal stops retrying at a delay of zero, and a day is long enough for anything Graph asks. */
const shortestMs = 1_000;
const longestMs = 86_400_000;

/**
 * What a failed activity tells Temporal: the code, and when to try again. Graph's own words, and those of an error that
 * nobody foresaw, stay out, because they may quote a task's text and history is kept.
 */
export function toActivityFailure(error: unknown): Error {
  if (isTemporals(error)) return error;
  if (error instanceof SyncBlockedError || error instanceof GraphError) {
    return tryLater(error.code, error.retryAfterMs);
  }
  const type = kindOf(error);
  const failure = ApplicationFailure.create({ type, message: type });
  failure.stack = `${type}\n${framesOf(error).join('\n')}`;
  return failure;
}

/** Whether a failure is part of the plan: Graph's trouble, and what Temporal itself says. */
export function isForeseen(error: unknown): boolean {
  return isTemporals(error) || error instanceof SyncBlockedError || error instanceof GraphError;
}

function isTemporals(error: unknown): error is ApplicationFailure | CancelledFailure {
  return error instanceof ApplicationFailure || error instanceof CancelledFailure;
}

/** An error without its words: what kind it is and where it arose. */
export function withoutWords(error: unknown): {
  readonly kind: string;
  readonly frames: readonly string[];
} {
  return { kind: kindOf(error), frames: framesOf(error) };
}

/** A failure that is expected and retried: at Graph's time where it gave one, else by the retry policy. */
export function tryLater(code: string, afterMs: number | null): ApplicationFailure {
  return ApplicationFailure.create({
    type: code,
    message: afterMs === null ? code : `${code}, next try in ${Math.ceil(afterMs / 1_000)} s`,
    category: ApplicationFailureCategory.BENIGN,
    ...(afterMs !== null && {
      nextRetryDelay: Math.min(Math.max(afterMs, shortestMs), longestMs),
    }),
  });
}

/** Names and codes are the programs' own words, as long as they look like it. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unexpected';
  const code: unknown = 'code' in error ? error.code : undefined;
  return [error.name, code].filter(isIdentifier).join(' ') || 'unexpected';
}

function isIdentifier(value: unknown): value is string {
  return typeof value === 'string' && /^\w{1,60}$/.test(value);
}

/** A stack begins with the message, which may have several lines; its frames come after. */
function framesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  const { message, stack = '' } = error;
  const after = message === '' ? 0 : stack.indexOf(message) + message.length;
  const lines = stack.slice(after).split('\n');
  return lines.filter((line) => /^ {4}at .+:\d+:\d+\)?$/.test(line)).slice(0, 10);
}
