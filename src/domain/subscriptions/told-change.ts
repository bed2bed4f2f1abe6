import type { ToldKind } from './watchable-resource.js';

/** A change at Microsoft Graph that agents are told of. */
export interface ToldChange {
  readonly kind: ToldKind;
  /** Names and keys in turn: `['users', '<id>', 'messages', '<id>']`. */
  readonly path: readonly string[];
  /** The id in the resource itself: mail has another one than in its path, which stays when it is moved. */
  readonly id: string | null;
}

/** Changes as they are told, from now on and at most once. */
export interface ToldChanges {
  /** Answers how to stop. */
  listen(listener: (change: ToldChange) => void): () => void;
}
