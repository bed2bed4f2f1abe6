/** What can be looked up in Microsoft 365 by id, and is kept for a while. */
export const metadataTypes = ['user', 'group', 'plan', 'task', 'bucket'] as const;

export type MetadataType = (typeof metadataTypes)[number];

/** The useful properties of one of them, under Graph's own names; never an etag or an order hint. */
export interface MetadataEntity {
  /** As Graph spells it; of people and groups in lower case. */
  readonly id: string;
  readonly [property: string]: unknown;
}
