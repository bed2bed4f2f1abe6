import type { Caller } from '../entra/caller.js';
import type { MailboxGate } from '../outlook/mailbox-gate.js';
import type { EmulatorSettings } from '../settings.js';
import type { OperationRules } from './operation.js';
import type { RequestLog } from './request-log.js';

/** What Graph's front works with. */
export interface GraphServiceOptions extends OperationRules {
  readonly requestLog: RequestLog;
  readonly random: () => number;
  settings(): EmulatorSettings;
  readonly verify: (token: string) => Promise<Caller>;
  readonly mailboxes: MailboxGate;
  /** Makes what the request changed durable, before it is answered. */
  commit(): void;
}
