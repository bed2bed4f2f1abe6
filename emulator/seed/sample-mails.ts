/** A mail of the first content, between people of the directory. */
export interface SampleMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  /** HTML below `body`. */
  readonly body: string;
  readonly hoursAgo: number;
  /** Mails of the conversation before this one. */
  readonly depth?: number;
  readonly importance?: 'low' | 'high';
  readonly isRead?: boolean;
  readonly isFlagged?: boolean;
  readonly categories?: readonly string[];
}

const EVERYBODY = [
  'Maya Okafor',
  'Jonas Lindqvist',
  'Priya Raman',
  'Tomás Herrera',
  'Aiko Tanaka',
  'Lena Fischer',
];

export const SAMPLE_MAILS: readonly SampleMail[] = [
  {
    from: 'Maya Okafor',
    to: EVERYBODY.slice(1),
    subject: 'Product launch: where we stand',
    body: '<p>Hello all,</p><p>the plan is up to date. The landing page is the one thing that worries me: two rows of its checklist are open, and the pictures are needed for the press release too.</p><p>Please look at your own cards before Thursday.</p><p>Maya</p>',
    hoursAgo: 70,
  },
  {
    from: 'Tomás Herrera',
    to: ['Maya Okafor'],
    subject: 'RE: Product launch: where we stand',
    body: '<p>Dark mode is done on my side. I need half a day for the screen reader check; Friday at the latest.</p>',
    hoursAgo: 68,
    depth: 1,
  },
  {
    from: 'Priya Raman',
    to: ['Maya Okafor', 'Tomás Herrera'],
    subject: 'Quote for the press release',
    body: '<p>The customer has approved the first sentence but not the second one. Shall I go ahead with the short version?</p>',
    hoursAgo: 26,
    isFlagged: true,
    isRead: false,
  },
  {
    from: 'Lena Fischer',
    to: ['Maya Okafor', 'Priya Raman'],
    subject: 'Budget approved',
    body: '<p>The launch budget is approved as discussed. Invoices go to <a href="https://finance.tandem.example">finance</a>, with the cost centre in the subject.</p>',
    hoursAgo: 96,
    categories: ['Blue category'],
  },
  {
    from: 'Aiko Tanaka',
    to: ['Jonas Lindqvist', 'Maya Okafor'],
    subject: 'Three customers cannot sign up',
    body: '<p>Since this morning three customers have written that the sign-up page shows an empty form. All use the same browser. Could somebody look before the load test?</p>',
    hoursAgo: 5,
    importance: 'high',
    isRead: false,
  },
  {
    from: 'Jonas Lindqvist',
    to: ['Aiko Tanaka', 'Maya Okafor'],
    subject: 'RE: Three customers cannot sign up',
    body: '<p>Found it: a cached script. It is fixed; ask them to reload the page. The load test stays on Wednesday.</p>',
    hoursAgo: 3,
    depth: 1,
    isRead: false,
  },
  {
    from: 'Jonas Lindqvist',
    to: ['Lena Fischer'],
    subject: 'Cost of the test machines',
    body: '<p>One hour of load costs about 40 Euro. May I book it under the launch?</p>',
    hoursAgo: 30,
    isRead: false,
  },
];
