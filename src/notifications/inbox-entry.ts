import * as z from 'zod';
import type { StreamEntry } from '../tasks/stream-entries.js';

/** A change as it waits in the inbox and, without tokens, until it is fetched. No secret of a subscription is in it. */
export const waitingChangeSchema = z.object({
  changeType: z.enum(['created', 'updated', 'deleted']),
  /** The canonical path. */
  resource: z.string(),
  version: z.string().optional(),
  about: z.object({
    kind: z.string(),
    resourceId: z.string().nullable(),
    /** What the subscription watches. */
    watched: z.string(),
    /** When it came (ms since the epoch). */
    at: z.number(),
    encrypted: z
      .object({
        data: z.string(),
        dataKey: z.string(),
        dataSignature: z.string(),
        encryptionCertificateId: z.string(),
      })
      .optional(),
  }),
});

export type WaitingChange = z.infer<typeof waitingChangeSchema>;

const changeEntrySchema = waitingChangeSchema.extend({
  /** Only with encrypted content: who vouches for it. */
  proof: z.object({ tenantId: z.string().nullable(), tokens: z.array(z.string()) }).optional(),
});

const lifecycleEntrySchema = z.object({
  event: z.enum(['missed', 'subscriptionRemoved', 'reauthorizationRequired']),
});

export type ChangeEntry = z.infer<typeof changeEntrySchema>;
export type LifecycleEntry = z.infer<typeof lifecycleEntrySchema>;

interface InboxPlace {
  readonly entryId: string;
  /** Graph's id. */
  readonly subscription: string;
  /** Ours. */
  readonly name: string;
}

export type InboxEntry =
  | (InboxPlace & { readonly kind: 'change'; readonly change: ChangeEntry })
  | (InboxPlace & { readonly kind: 'lifecycle'; readonly lifecycle: LifecycleEntry });

export interface ReadInbox {
  readonly entries: readonly InboxEntry[];
  /** Ids of entries that nobody can act on. */
  readonly unreadable: readonly string[];
  /** Id of the last entry, of whichever kind; null without any. */
  readonly lastId: string | null;
}

const fieldsSchema = z.object({
  subscription: z.string(),
  name: z.string(),
  kind: z.enum(['change', 'lifecycle']),
  json: z.string(),
});

/** What the entries of the inbox say. */
export function parseInboxEntries(found: readonly StreamEntry[]): ReadInbox {
  const entries: InboxEntry[] = [];
  const unreadable: string[] = [];
  let lastId: string | null = null;
  for (const [entryId, fields] of found) {
    lastId = entryId;
    if (fields === null) continue;
    const entry = parseEntry(entryId, fields);
    if (entry === null) unreadable.push(entryId);
    else entries.push(entry);
  }
  return { entries, unreadable, lastId };
}

function parseEntry(entryId: string, written: Readonly<Record<string, string>>): InboxEntry | null {
  const fields = fieldsSchema.safeParse(written);
  if (!fields.success) return null;
  const { subscription, name, kind, json } = fields.data;
  const place = { entryId, subscription, name };
  const content = parseJson(json);
  if (kind === 'lifecycle') {
    const lifecycle = lifecycleEntrySchema.safeParse(content);
    return lifecycle.success ? { ...place, kind, lifecycle: lifecycle.data } : null;
  }
  const change = changeEntrySchema.safeParse(content);
  return change.success ? { ...place, kind, change: change.data } : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
