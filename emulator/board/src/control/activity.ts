/** One change as the emulator's control API reports it. */
export interface Activity {
  readonly seq: number;
  readonly at: string;
  readonly planId: string;
  readonly entity: 'task' | 'details' | 'bucket' | 'plan';
  readonly id: string;
  readonly operation: 'created' | 'updated' | 'deleted';
  readonly by: Actor;
  readonly fields: readonly string[];
  readonly title?: string;
}

export interface Actor {
  readonly kind: 'person' | 'app';
  readonly id: string;
  readonly displayName: string;
}

export interface Person {
  readonly id: string;
  readonly displayName: string;
  readonly mail?: string | null;
  readonly jobTitle?: string | null;
  readonly accessToken: string;
}

export interface PlanName {
  readonly id: string;
  readonly title: string;
  /** Who may see it; unknown for a plan that only an address names. */
  readonly memberIds?: readonly string[];
}
