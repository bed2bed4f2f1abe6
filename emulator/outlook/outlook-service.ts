import type { TenantContext } from '../graph/tenant-context.js';
import type { UploadSessions } from './mail/attachments/upload-sessions.js';
import type { OutlookState } from './outlook-state.js';

/** What every operation on mail and calendars works with. */
export interface OutlookService extends TenantContext {
  readonly outlook: OutlookState;
  readonly uploads: UploadSessions;
}

/** Times of mail have whole seconds. */
export function secondTime(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}
