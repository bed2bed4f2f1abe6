import * as z from 'zod';
import { parseResourcePath, type ResourcePath } from '../graph/resources/resource-path.js';

/** What Graph encrypted for us; base64 throughout. https://learn.microsoft.com/graph/change-notifications-with-resource-data */
export type EncryptedContent = z.infer<typeof encryptedSchema>;

export interface ChangeItem {
  readonly kind: 'change';
  readonly subscriptionId: string;
  readonly clientState: string | null;
  readonly tenantId: string | null;
  readonly changeType: 'created' | 'updated' | 'deleted';
  readonly path: ResourcePath;
  readonly resourceId: string | null;
  /** Differs between two changes of one resource; null where Graph says nothing that would. */
  readonly version: string | null;
  readonly encrypted: EncryptedContent | null;
}

export interface LifecycleItem {
  readonly kind: 'lifecycle';
  readonly subscriptionId: string;
  readonly clientState: string | null;
  readonly event: 'missed' | 'subscriptionRemoved' | 'reauthorizationRequired';
}

export type NotificationItem = ChangeItem | LifecycleItem;

export interface NotificationBody {
  readonly items: readonly NotificationItem[];
  /** Items that say nothing that could be acted on. */
  readonly malformed: number;
  /** One per app and tenant, where items carry encrypted content. */
  readonly validationTokens: readonly string[];
}

const base64 = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(/^[A-Za-z0-9+/]*={0,2}$/);
const id = z.string().min(1).max(200);

const encryptedSchema = z.object({
  data: base64(1_048_576),
  dataKey: base64(2_048),
  dataSignature: base64(128),
  encryptionCertificateId: z.string().max(128),
});

/** What is only helpful must not cost the notification where it is not as documented. */
const common = {
  subscriptionId: id,
  clientState: z.string().max(128).nullish(),
  tenantId: z.string().max(200).nullish().catch(null),
};
const changeSchema = z.object({
  ...common,
  id: z.string().max(400).nullish().catch(null),
  changeType: z
    .string()
    .toLowerCase()
    .pipe(z.enum(['created', 'updated', 'deleted'])),
  resource: z.string().max(2_000),
  resourceData: z
    .object({
      id: z.string().max(2_000).nullish().catch(null),
      '@odata.etag': z.string().max(1_000).nullish().catch(null),
    })
    .nullish()
    .catch(null),
  // What cannot be read is asked of Graph.
  encryptedContent: encryptedSchema.nullish().catch(null),
});
const lifecycleSchema = z.object({
  ...common,
  lifecycleEvent: z.enum(['missed', 'subscriptionRemoved', 'reauthorizationRequired']),
});
const bodySchema = z.object({
  value: z.array(z.unknown()).max(10_000),
  validationTokens: z.array(z.string().max(16_384)).max(100).nullish(),
});

/** A POST's JSON as Graph sends it; null for what is none at all. A single bad item does not cost the others. */
export function parseNotificationBody(json: unknown): NotificationBody | null {
  const body = bodySchema.safeParse(json);
  if (!body.success) return null;
  const parsed = body.data.value.map(parseItem);
  const items = parsed.filter((item) => item !== null);
  return {
    items,
    malformed: parsed.length - items.length,
    validationTokens: body.data.validationTokens ?? [],
  };
}

function parseItem(json: unknown): NotificationItem | null {
  const lifecycle = lifecycleSchema.safeParse(json);
  if (lifecycle.success) {
    const { subscriptionId, clientState = null, lifecycleEvent } = lifecycle.data;
    return { kind: 'lifecycle', subscriptionId, clientState, event: lifecycleEvent };
  }
  const change = changeSchema.safeParse(json);
  if (!change.success) return null;
  const { data } = change;
  const path = parseResourcePath(data.resource);
  if (path === null) return null;
  return {
    kind: 'change',
    subscriptionId: data.subscriptionId,
    clientState: data.clientState ?? null,
    tenantId: data.tenantId ?? null,
    changeType: data.changeType,
    path,
    resourceId: data.resourceData?.id ?? path.at(-1) ?? null,
    version: data.resourceData?.['@odata.etag'] ?? data.id ?? null,
    encrypted: data.encryptedContent ?? null,
  };
}
