import { z } from 'zod';
import { storedTextSchema } from './stored-text.js';

export const backupFormat = 'tandem-backup';
export const backupVersion = 1;

const text = storedTextSchema;
const count = z.number().int().nonnegative();
const key = z.string().min(1);
const common = {
  /** Without the namespace. */
  key,
  /** When the key ends by itself (ms). */
  expiresAt: z.number().int().positive().optional(),
};

/** The values of a key, or of a part of it, by its type in Redis. Scores are text, as Redis writes them. */
const contentSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...common, type: z.literal('string'), value: text }),
  z.strictObject({ ...common, type: z.literal('hash'), value: z.array(z.tuple([text, text])) }),
  z.strictObject({ ...common, type: z.literal('set'), value: z.array(text) }),
  z.strictObject({
    ...common,
    type: z.literal('zset'),
    value: z.array(z.tuple([text, z.string()])),
  }),
  z.strictObject({ ...common, type: z.literal('list'), value: z.array(text) }),
  z.strictObject({
    ...common,
    type: z.literal('stream'),
    value: z.array(z.tuple([z.string(), z.array(text)])),
    /** With the last part: what the stream knows besides its entries. */
    meta: z.strictObject({ lastId: z.string(), added: count, maxDeletedId: z.string() }).optional(),
  }),
]);

/** What a key that belongs to many tasks says about one of them. */
const membershipSchema = z.discriminatedUnion('type', [
  z.strictObject({ key, type: z.literal('set'), member: z.string() }),
  z.strictObject({ key, type: z.literal('zset'), member: z.string(), score: z.string() }),
  z.strictObject({ key, type: z.literal('hash'), member: z.string(), value: text }),
]);

export const headerSchema = z.strictObject({
  format: z.literal(backupFormat),
  version: z.literal(backupVersion),
  namespace: z.string().min(1),
  /** Redis' clock when the backup began: everything answered before is in it. */
  at: z.iso.datetime(),
});

const taskLineSchema = z.strictObject({
  kind: z.literal('task'),
  id: z.string().min(1),
  /** The moment (ms of Redis' clock) at which everything in this line was true. */
  at: z.number().int().positive(),
  planId: z.string().nullable(),
  plannerId: z.string().nullable(),
  keys: z.array(contentSchema),
  memberships: z.array(membershipSchema),
});

const keyLineSchema = z.strictObject({
  kind: z.literal('key'),
  /** From 0; the parts of a key follow each other. */
  part: count,
  content: contentSchema,
});

const countsSchema = z.strictObject({ tasks: count, keys: count, lines: count });

export const endSchema = z.strictObject({
  end: z.literal(true),
  counts: countsSchema,
  /** SHA-256 (hex) of every byte before this line. */
  sha256: z.hash('sha256'),
});

export const dataLineSchema = z.discriminatedUnion('kind', [taskLineSchema, keyLineSchema]);

export type Header = z.infer<typeof headerSchema>;
export type TaskLine = z.infer<typeof taskLineSchema>;
export type KeyLine = z.infer<typeof keyLineSchema>;
export type DataLine = z.infer<typeof dataLineSchema>;
export type End = z.infer<typeof endSchema>;
export type Counts = z.infer<typeof countsSchema>;
export type KeyContent = z.infer<typeof contentSchema>;
export type Membership = z.infer<typeof membershipSchema>;
