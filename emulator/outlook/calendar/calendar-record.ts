/** A calendar that somebody made beside the one that everybody has. */
export interface CalendarRecord {
  readonly id: string;
  readonly mailboxId: string;
  readonly name: string;
  readonly color: string;
  /** Number of its latest change. */
  readonly changed: number;
}
