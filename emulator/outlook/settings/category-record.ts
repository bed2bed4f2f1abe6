/** A category of somebody's own list; messages and events name it by its display name. */
export interface CategoryRecord {
  /** A GUID. */
  readonly id: string;
  readonly mailboxId: string;
  readonly displayName: string;
  /** `preset0` … `preset24`, or `none`. */
  readonly color: string;
}
