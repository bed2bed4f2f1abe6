import * as z from 'zod';

const count = (what: string) => z.number().int().describe(what);
const time = (what: string) => z.string().nullable().describe(`${what} (UTC); null: never.`);

export const webhookHealthSchema = z.object({
  status: z
    .enum(['healthy', 'degraded'])
    .describe(
      'healthy: what Graph notifies about reaches agents; degraded: reasons says what is wrong.',
    ),
  reasons: z.array(z.string()).describe('Why the status is not healthy, one sentence each.'),
  address: z.object({
    notificationUrl: z
      .string()
      .nullable()
      .describe('Where Graph sends notifications; null: no public address is set.'),
    missing: z.string().nullable().describe('What is missing so that Graph can reach this server.'),
    handshakeAt: time('When somebody last made the handshake with which Graph tries the address'),
  }),
  subscriptions: z.object({
    total: count('Subscriptions that are wanted.'),
    byState: z
      .record(z.string(), z.number().int())
      .describe('How many are in each state; webhook_list_subscriptions shows them.'),
  }),
  notifications: z.object({
    received: count('Notifications that came, since ever, as all of these.'),
    accepted: count('Those of our subscriptions, with the right secret.'),
    lifecycle: count('What Graph said about subscriptions themselves.'),
    unknown: count('Dropped: of subscriptions that are not ours (any more).'),
    wrongState: count('Dropped: with a wrong secret.'),
    invalidToken: count('Dropped: encrypted content for which Microsoft does not vouch.'),
    malformed: count('Dropped: not in the form of a notification.'),
    repeated: count('Sent by Graph more than once, told once.'),
    tampered: count('Encrypted content with a wrong signature; Graph was asked instead.'),
    published: count('Events told to agents.'),
    lastReceivedAt: time('When the last notification came'),
    lastPublishedAt: time('When the last event was told'),
  }),
  waiting: z.object({
    inbox: count('Accepted, not yet with their subscriptions.'),
    oldestMs: z.number().nullable().describe('How long the oldest of them has waited.'),
    changes: count('Changes that are not fetched and told yet.'),
  }),
});

export type WebhookHealth = z.infer<typeof webhookHealthSchema>;

/** Throws ProblemError `redis_unavailable`. */
export interface WebhookHealthReader {
  read(): Promise<WebhookHealth>;
}
