import type { PlanHold } from '../domain/plan-hold.js';

/** A hold as the Lua library tells it; empty where the plan is synced. A mode of a later version holds too. */
export function parseHold(text: unknown): PlanHold | null {
  switch (text) {
    case '':
    case null:
    case undefined:
      return null;
    case 'unlinked':
    case 'preview':
    case 'reauth_required':
    case 'stopped':
      return text;
    default:
      return 'paused';
  }
}
