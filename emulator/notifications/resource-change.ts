/** Something that happened to a resource which Graph notifies about. */
export interface ResourceChange {
  readonly changeType: 'created' | 'updated' | 'deleted';
  /** Paths that a subscription may name to hear of this, canonical: `users/{id}/messages`, `users/{id}/mailFolders/inbox/messages`. */
  readonly subscribable: readonly string[];
  /** The path in the notification. */
  readonly resource: string;
  /** `#Microsoft.Graph.Message` */
  readonly odataType: string;
  readonly id: string;
  readonly etag?: string;
  /** As GET answers it now; asked for once, at the announcement, when a subscription wants resource data. */
  readonly entity: () => unknown;
}

/** Called by whatever changes a resource, after it has changed it. */
export type AnnounceChange = (change: ResourceChange) => void;
