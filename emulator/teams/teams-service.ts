import type { TenantContext } from '../graph/tenant-context.js';
import type { TeamsState } from './teams-state.js';

/** What every operation of Teams works with. */
export interface TeamsService extends TenantContext {
  readonly teams: TeamsState;
}

/** Pages of chats and messages hold at most 50; https://learn.microsoft.com/graph/api/chat-list-messages */
export const MESSAGE_PAGE = { default: 20, max: 50 };
