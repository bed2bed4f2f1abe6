import type { TenantContext } from '../graph/tenant-context.js';
import type { ConversationsState } from './conversations-state.js';

/** What every operation of group conversations works with. */
export interface ConversationsService extends TenantContext {
  readonly conversations: ConversationsState;
  /** Of addresses: tandem.example */
  readonly domain: string;
}
