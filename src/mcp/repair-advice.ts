import type { FieldProblem, Problem } from '../domain/problem.js';

/** What a model should do next after a failed call, in one or two sentences. */
export function repairAdvice(problem: Problem): string {
  switch (problem.code) {
    case 'invalid_json':
    case 'invalid_input':
      return `Correct and call again: ${(problem.errors ?? []).map(describe).join('; ') || problem.detail}.`;
    case 'invalid_cursor':
      return 'Use a cursor exactly as answered before, or leave it out to begin anew.';
    case 'not_found':
      return 'There is no such task. Find ids with task_list.';
    case 'deleted':
      return 'The task was deleted. If the work is still needed, make a new one with task_create.';
    case 'stale_revision':
      return 'The task has changed since you read it. "current" holds it as it is now: decide again and send its rev as expectedRev.';
    case 'idempotency_key_reused':
      return 'This idempotencyKey belongs to another call. Use a new key for a new write.';
    case 'plan_not_linked':
      return 'This plan is not linked to Tandem. Leave planId out for the default plan, or use one that sync_get_status lists.';
    case 'too_many_requests':
    case 'redis_unavailable':
      return 'Nothing was written. Wait some seconds and make the same call again.';
    case 'not_replicated':
      return 'The write is done. Make the same call again with the same idempotencyKey to hear when it is safe; without one, read before you write again.';
    case 'forbidden':
    case 'unauthorized':
      return 'This caller may not do that. Tell the person who set up the connection.';
    default:
      return 'The call itself may be right. Try once more; if it fails again, tell a person and quote the detail.';
  }
}

function describe({ field, message, suggestion }: FieldProblem): string {
  return suggestion === undefined
    ? `${field} ${message}`
    : `${field} ${message}, did you mean ${suggestion}`;
}
