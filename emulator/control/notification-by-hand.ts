import { z } from 'zod';
import { tokenFlaws, type ValidationTokens } from '../entra/validation-tokens.js';
import { encryptFor } from '../notifications/notification.js';
import type { Post } from '../notifications/post.js';
import type { SettingsHolder } from '../settings.js';
import type { Collection } from '../state/collection.js';
import type { SubscriptionRecord } from '../subscriptions/subscription-record.js';

export interface ByHandOptions {
  readonly subscriptions: Collection<SubscriptionRecord>;
  readonly settings: SettingsHolder;
  readonly validationTokens: ValidationTokens;
  readonly tenantId: string;
  readonly post: Post;
  newGuid(): string;
  now(): Date;
}

const notifySchema = z.strictObject({
  /** Whose address, client state and certificate are taken. */
  subscriptionId: z.string().optional(),
  /** Instead of the subscription's address. */
  url: z.url().optional(),
  /** Laid over a genuine notification: any property may be wrong. */
  notification: z.record(z.string(), z.unknown()).default({}),
  /** Encrypted with the subscription's certificate. */
  content: z.unknown().optional(),
  /** Notifications in the POST. */
  count: z.int().min(1).max(10_000).default(1),
  validationTokens: z.enum(['genuine', 'none', ...tokenFlaws]).default('none'),
  /** Sent as it is, instead of all the above. */
  body: z.unknown().optional(),
});

/** What the address answered. */
interface SentByHand {
  readonly status: number | 'timeout' | 'unreachable';
  readonly ms: number;
  readonly body: string;
}

/** Posts at once and answers what came back, beside the queue and its rules. */
export async function sendByHand(
  options: ByHandOptions,
  request: unknown,
): Promise<SentByHand | undefined> {
  const wanted = notifySchema.parse(request);
  const record = options.subscriptions.get(wanted.subscriptionId ?? '');
  const url = wanted.url ?? record?.notificationUrl;
  if (url === undefined) return undefined;
  const body = wanted.body === undefined ? await toBody(options, wanted, record) : wanted.body;
  const startedAt = performance.now();
  const outcome = await options.post({
    url,
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    timeoutMs: options.settings.get().retryDeliveryTimeoutMs,
  });
  return {
    status: outcome.kind === 'reply' ? outcome.status : outcome.kind,
    ms: Math.round(performance.now() - startedAt),
    body: outcome.kind === 'reply' ? outcome.body : '',
  };
}

async function toBody(
  options: ByHandOptions,
  wanted: z.infer<typeof notifySchema>,
  record: SubscriptionRecord | undefined,
): Promise<Record<string, unknown>> {
  const value = Array.from({ length: wanted.count }, () => {
    const id = options.newGuid();
    return {
      id,
      subscriptionId: record?.id ?? options.newGuid(),
      subscriptionExpirationDateTime:
        record?.expirationDateTime ?? new Date(options.now().getTime() + 3_600_000).toISOString(),
      clientState: record?.clientState ?? null,
      changeType: 'updated',
      resource: `${record?.path ?? 'users'}/${id}`,
      tenantId: options.tenantId,
      resourceData: { '@odata.type': '#Microsoft.Graph.Entity', '@odata.id': id, id },
      ...(wanted.content === undefined || record === undefined
        ? {}
        : { encryptedContent: encryptFor(record, () => wanted.content) }),
      ...wanted.notification,
    };
  });
  if (wanted.validationTokens === 'none') return { value };
  const audience = record?.notificationUrlAppId ?? record?.applicationId ?? options.newGuid();
  const flaw = wanted.validationTokens === 'genuine' ? undefined : wanted.validationTokens;
  return { value, validationTokens: [await options.validationTokens.issue(audience, flaw)] };
}
