import type { FileContent } from '../../files/files-records.js';
import { docxOf } from './docx.js';
import { pdfOf } from './pdf.js';

/** A file of the first content: whose drive, where in it, by whom, how long ago. */
export interface SampleFile {
  /** A person or a group, by name. */
  readonly drive: string;
  readonly path: string;
  readonly by: string;
  readonly daysAgo: number;
  readonly content: FileContent;
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

function text(mimeType: string, lines: readonly string[]): FileContent {
  return bytes(mimeType, Buffer.from(`${lines.join('\n')}\n`));
}

function bytes(mimeType: string, data: Buffer): FileContent {
  return { kind: 'bytes', mimeType, base64: data.toString('base64') };
}

const LAUNCH_PLAN = docxOf([
  '# Launch of Tandem 2',
  'We launch on the second Tuesday of next month, at nine in the morning.',
  '# Who does what',
  'Priya Raman owns the announcement and the landing page, Tomás Herrera the pictures.',
  'Jonas Lindqvist owns the load test; without a green one we do not launch.',
  '# Risks',
  'The price list is not agreed yet: Lena Fischer & Maya Okafor settle it this week.',
]);

const QUOTE = pdfOf([
  ['Quote 2026-118', 'For: Harbour Bakery', '', '12 seats, one year: 1,440.00 EUR'],
  ['Terms', 'Payment within 30 days.', 'The quote is good until the end of the month.'],
]);

/** A dot, as PNG. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

const RECEIPTS = Array.from({ length: 24 }, (_, index): SampleFile => {
  const number = String(index + 1).padStart(2, '0');
  return {
    drive: 'Lena Fischer',
    path: `/Receipts/2026/receipt-${number}.txt`,
    by: 'Lena Fischer',
    daysAgo: 60 - index,
    content: text('text/plain', [`Receipt ${number}`, `Taxi, ${20 + index}.50 EUR`]),
  };
});

export const SAMPLE_FILES: readonly SampleFile[] = [
  {
    drive: 'Maya Okafor',
    path: '/Launch/Launch plan.docx',
    by: 'Maya Okafor',
    daysAgo: 3,
    content: bytes(DOCX, LAUNCH_PLAN),
  },
  {
    drive: 'Maya Okafor',
    path: '/Launch/Notes/Stand-up notes.md',
    by: 'Maya Okafor',
    daysAgo: 1,
    content: text('text/markdown', [
      '# Stand-up notes',
      '',
      '- Landing page: texts are done, **pictures** are missing',
      '- Load test: runs tonight',
      '- Customers who were promised a call: Harbour Bakery, Nordlicht Optics, Café Almada',
    ]),
  },
  {
    drive: 'Maya Okafor',
    path: '/Launch/Quote Harbour Bakery.pdf',
    by: 'Priya Raman',
    daysAgo: 5,
    content: bytes('application/pdf', QUOTE),
  },
  {
    drive: 'Maya Okafor',
    path: '/Launch/Logo.png',
    by: 'Tomás Herrera',
    daysAgo: 9,
    content: bytes('image/png', DOT),
  },
  {
    drive: 'Maya Okafor',
    path: '/Ideas.txt',
    by: 'Maya Okafor',
    daysAgo: 20,
    content: text('text/plain', [
      'A board for families',
      'Offline mode?',
      'Ask Aiko what hurts most',
    ]),
  },
  {
    drive: 'Jonas Lindqvist',
    path: '/Load tests/Results.csv',
    by: 'Jonas Lindqvist',
    daysAgo: 2,
    content: text('text/csv', [
      'run,agents,writes per second,p95 ms',
      '1,100,410,38',
      '2,500,1960,44',
      '3,1000,3720,71',
    ]),
  },
  {
    drive: 'Jonas Lindqvist',
    path: '/Load tests/Server.log',
    by: 'Samuel Adeyemi',
    daysAgo: 2,
    content: {
      kind: 'lines',
      mimeType: 'text/plain',
      line: '2026-11-24T21:00:00Z info request answered in 12 ms\n',
      bytes: 48 * 1024 * 1024,
    },
  },
  {
    drive: 'Product team',
    path: '/General/Price list.csv',
    by: 'Lena Fischer',
    daysAgo: 6,
    content: text('text/csv', [
      'plan,seats,EUR a month',
      'Small,5,49',
      'Team,25,199',
      'Large,100,699',
    ]),
  },
  {
    drive: 'Product team',
    path: '/General/Handbook.html',
    by: 'Sofia Almeida',
    daysAgo: 40,
    content: text('text/html', [
      '<html><head><title>Handbook</title><style>p { color: navy }</style></head><body>',
      '<h1>Handbook</h1><p>We answer customers within <b>one day</b>.</p>',
      '<ul><li>Holidays go into the calendar</li><li>Decisions go into the plan</li></ul>',
      '</body></html>',
    ]),
  },
  {
    drive: 'Product team',
    path: '/General/Settings.json',
    by: 'Emma Novák',
    daysAgo: 12,
    content: text('application/json', ['{ "theme": "dark", "launch": true }']),
  },
  {
    drive: 'Marketing',
    path: '/Campaign/Announcement.md',
    by: 'Emma Whitfield',
    daysAgo: 4,
    content: text('text/markdown', ['# Meet Tandem 2', '', 'People and agents on one board.']),
  },
  ...RECEIPTS,
];
