/** An appointment of the first content, in the week of the first start. */
export interface SampleEvent {
  readonly subject: string;
  readonly organizer: string;
  readonly attendees: readonly string[];
  /** Days from Monday. */
  readonly day: number;
  /** UTC. */
  readonly hour: number;
  readonly minutes: number;
  readonly place: string;
  /** Days of a weekly series. */
  readonly weekly?: readonly string[];
}

export const SAMPLE_EVENTS: readonly SampleEvent[] = [
  {
    subject: 'Launch stand-up',
    organizer: 'Maya Okafor',
    attendees: ['Jonas Lindqvist', 'Priya Raman', 'Tomás Herrera', 'Aiko Tanaka'],
    day: 0,
    hour: 9,
    minutes: 15,
    place: 'Microsoft Teams Meeting',
    weekly: ['monday', 'wednesday', 'friday'],
  },
  {
    subject: 'Load test of the sign-up page',
    organizer: 'Jonas Lindqvist',
    attendees: ['Aiko Tanaka'],
    day: 2,
    hour: 13,
    minutes: 60,
    place: 'Microsoft Teams Meeting',
  },
  {
    subject: 'Pictures for the landing page',
    organizer: 'Tomás Herrera',
    attendees: ['Priya Raman'],
    day: 3,
    hour: 10,
    minutes: 45,
    place: 'Studio',
  },
  {
    subject: 'Budget review',
    organizer: 'Lena Fischer',
    attendees: ['Maya Okafor'],
    day: 4,
    hour: 14,
    minutes: 30,
    place: 'Room 2',
  },
];
