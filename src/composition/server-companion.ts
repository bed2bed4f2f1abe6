import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { ApprovalStarter } from '../approvals/approval-starter.js';
import type { LoginStarter } from '../accounts/login/login-starter.js';
import type { Config } from '../config/config.js';
import type { SubscriptionStarter } from '../subscriptions/standing-subscriptions.js';
import type { Alerts } from '../tasks/alerts.js';
import type { HurryLooks } from '../tasks/hurried-looks.js';
import type { Keys } from '../tasks/keys.js';
import type { CallFunction } from '../tasks/load-functions.js';
import type { AccountFlows } from '../temporal/account-flows.js';
import type { PayloadEncryption } from '../temporal/payload-encryption/payload-codec.js';
import type { FindPlanRun } from './surroundings.js';

export interface ServerParts {
  readonly config: Config;
  readonly logger: Logger;
  readonly redis: Redis;
  readonly keys: Keys;
  readonly call: CallFunction;
  readonly alerts: Alerts;
  readonly encryption: PayloadEncryption;
}

/** What runs beside the HTTP side in the server's process: the relay and what keeps the durable flows standing. */
export interface ServerCompanion {
  /** What is away, in a sentence; null where all is well. Answers at once. */
  outage(): string | null;
  readonly findPlanRun: FindPlanRun;
  /** Somebody waits for changes of these plans. */
  readonly hurry: HurryLooks;
  /** The flows of subscriptions; each call rejects while Temporal is away. */
  readonly subscriptions: SubscriptionStarter;
  /** The flows of accounts; likewise. */
  readonly accounts: AccountFlows;
  /** The flows of sign-ins; likewise. */
  readonly logins: LoginStarter;
  /** The flows of what waits for people; likewise. */
  readonly approvals: ApprovalStarter;
  stop(): Promise<void>;
}
