/** What must not happen, whatever is done to the product. */
export const violationKinds = {
  lost: 'answered writes lost',
  doubled: 'duplicates',
  overwritten: "persons' edits overwritten by older ones",
  deleted: 'wrong deletions',
  differing: 'sides differ after convergence',
  afterwards: 'writes after convergence',
  died: 'processes that ended by themselves',
} as const;

export type ViolationKind = keyof typeof violationKinds;

export interface Violation {
  readonly kind: ViolationKind;
  /** Number of the task; null where it is about none. */
  readonly task: number | null;
  /** What is wrong, in a sentence that names the writes by their ids. */
  readonly what: string;
}
