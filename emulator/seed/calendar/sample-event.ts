/** An appointment of the first content, in the week of the first start. */
export interface SampleEvent {
  readonly subject: string;
  readonly organizer: string;
  readonly attendees: readonly string[];
  readonly optional?: readonly string[];
  /** Days from Monday. */
  readonly day: number;
  /** By the organizer's clock; whole days without it. */
  readonly time?: string;
  /** Of whole days: how many. */
  readonly days?: number;
  readonly minutes?: number;
  /** `Teams` for a meeting online. */
  readonly place?: string;
  readonly text?: string;
  /** Days of a weekly series. */
  readonly weekly?: readonly string[];
  /** Weeks from one to the next. */
  readonly interval?: number;
  /** Who has not accepted, and what she has said instead. */
  readonly answers?: Readonly<Record<string, 'tentativelyAccepted' | 'declined' | 'notResponded'>>;
  readonly sensitivity?: 'private';
  readonly showAs?: 'free' | 'tentative' | 'oof' | 'workingElsewhere';
  readonly categories?: readonly string[];
}
