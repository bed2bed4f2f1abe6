import type { ContractCase } from './contract-cases.js';
import { create, created, refused, update, updated } from './contract-steps.js';

const smiley = '😀';

/** What the single fields take, and how problems are told. */
export const fieldCases: readonly ContractCase[] = [
  {
    name: 'a title is trimmed and has 1 to 255 characters, counted as people count',
    steps: [
      created({ title: ' \t\u00a0Titel\u3000\n' }, { title: 'Titel' }),
      created({ title: smiley.repeat(255) }, { title: smiley.repeat(255) }),
      refused(create({ title: smiley.repeat(256) }), ['title']),
      refused(create({ title: ' \u2003 ' }), ['title']),
      refused(create({}), ['title']),
      refused(create({ title: 7 }), ['title']),
      refused(create({ title: 'a\u0000b' }), ['title']),
    ],
  },
  {
    name: 'text comes back as it was sent',
    steps: [
      created(
        { title: 'a/b "c" \\d é 漢 \u{1F600} </script>', description: 'eins\nzwei\t\u2028drei/' },
        {
          title: 'a/b "c" \\d é 漢 \u{1F600} </script>',
          description: 'eins\nzwei\t\u2028drei/',
        },
      ),
    ],
  },
  {
    name: 'half of a character is refused with the field that holds it, a whole one is not',
    steps: [
      refused(create({ title: 'a\ud83d' }), ['title']),
      refused(create({ title: '\ude00\ud83d', description: '\\ud83d \udfff!' }), [
        'title',
        'description',
      ]),
      refused(create({ title: 'x', agentNotes: '\ud83dx' }), ['agentNotes']),
      refused(create({ title: 'x', checklist: [{ title: '\ud83d\ud83d\ude00' }] }), [
        'checklist[0].title',
      ]),
      created({ title: '\\ud83d \ud83d\ude00' }, { title: '\\ud83d 😀' }),
    ],
  },
  {
    name: 'every problem is listed with its field and a hint',
    steps: [
      refused(
        create({
          titel: 'x',
          percentComplete: 101,
          priority: -1,
          dueDateTime: 'tomorrow',
          assigneeIds: ['me'],
          checklist: [{ title: '' }, { id: '1', title: 'x' }],
          wibble: true,
        }),
        [
          'titel',
          'wibble',
          'title',
          'percentComplete',
          'priority',
          'dueDateTime',
          'assigneeIds[0]',
          'checklist[0].title',
          'checklist[1].id',
        ],
        { suggestions: { titel: 'title' } },
      ),
    ],
  },
  {
    name: 'an unknown field names the field that was meant',
    steps: [
      refused(create({ title: 'x', name: 'x' }), ['name'], { suggestions: { name: 'title' } }),
      refused(create({ title: 'x', DueDateTime: '2026-12-01' }), ['DueDateTime'], {
        suggestions: { DueDateTime: 'dueDateTime' },
      }),
      refused(create({ title: 'x', assignedTo: [] }), ['assignedTo'], {
        suggestions: { assignedTo: 'assigneeIds' },
      }),
    ],
  },
  {
    name: 'the older spellings are accepted, and answered by their present names',
    steps: [
      created(
        {
          title: 'x',
          plan_id: '$plan',
          bucket_id: 'bucket-1',
          percent_complete: 50,
          start_date: '2026-11-01',
          due_date: '2026-12-01',
        },
        {
          planId: '$plan',
          bucketId: 'bucket-1',
          percentComplete: 50,
          startDateTime: '2026-11-01T00:00:00Z',
          dueDateTime: '2026-12-01T00:00:00Z',
        },
      ),
      refused(update({ percent_complete: 200 }), ['percent_complete']),
    ],
  },
  {
    name: 'the same field in two spellings is refused',
    steps: [
      refused(create({ title: 'x', dueDateTime: '2026-12-01', due_date: '2026-12-01' }), [
        'due_date',
      ]),
      refused(create({ title: 'x', percentComplete: 1, percent_complete: 2 }), [
        'percent_complete',
      ]),
    ],
  },
  {
    name: 'numbers are whole and in range',
    steps: [
      created(
        { title: 'x', percentComplete: 100, priority: 0 },
        { percentComplete: 100, priority: 0 },
      ),
      refused(create({ title: 'x', percentComplete: 0.5 }), ['percentComplete']),
      refused(create({ title: 'x', percentComplete: '50' }), ['percentComplete']),
      refused(create({ title: 'x', percentComplete: 1e300 }), ['percentComplete']),
      refused(create({ title: 'x', priority: 11 }), ['priority']),
      refused(create({ title: 'x', priority: true }), ['priority']),
    ],
  },
  {
    name: 'times with a zone are answered in UTC, a date alone means midnight UTC',
    steps: [
      created(
        { title: 'x', startDateTime: '2026-11-30T23:30:00-05:30', dueDateTime: '2026-12-02' },
        { startDateTime: '2026-12-01T05:00:00Z', dueDateTime: '2026-12-02T00:00:00Z' },
      ),
      updated({ startDateTime: '2026-12-01T05:00:00.000+00:00' }, { rev: 1 }),
      updated(
        { startDateTime: '2026-12-01T05:00:00.25Z' },
        { startDateTime: '2026-12-01T05:00:00.250Z', rev: 2 },
      ),
      updated({ startDateTime: '2026-12-01T05:00' }, { startDateTime: '2026-12-01T05:00:00Z' }),
    ],
  },
  {
    name: 'a date that does not exist is refused',
    steps: [
      refused(create({ title: 'x', dueDateTime: '2026-02-29' }), ['dueDateTime']),
      refused(create({ title: 'x', dueDateTime: '2026-13-01' }), ['dueDateTime']),
      refused(create({ title: 'x', dueDateTime: '2026-12-01T24:00:00Z' }), ['dueDateTime']),
      refused(create({ title: 'x', dueDateTime: '1.12.2026' }), ['dueDateTime']),
      refused(create({ title: 'x', dueDateTime: 1764547200 }), ['dueDateTime']),
      refused(create({ title: 'x', dueDateTime: '' }), ['dueDateTime']),
      created({ title: 'x', dueDateTime: '2028-02-29' }, { dueDateTime: '2028-02-29T00:00:00Z' }),
    ],
  },
  {
    name: 'a start after the due time is refused, whichever of them is written',
    steps: [
      refused(create({ title: 'x', startDateTime: '2026-12-02', dueDateTime: '2026-12-01' }), [
        'startDateTime',
      ]),
      created({ title: 'x', startDateTime: '2026-12-01', dueDateTime: '2026-12-01' }),
      refused(update({ start_date: '2026-12-01T00:00:00.001Z' }), ['start_date']),
      refused(update({ dueDateTime: '2026-11-30' }), ['dueDateTime']),
      updated({ startDateTime: '2027-01-01', dueDateTime: '2027-01-02' }, { rev: 2 }),
    ],
  },
  {
    name: 'a body that is not an object is refused',
    steps: [
      refused(create([]), ['body']),
      refused(create('title'), ['body']),
      refused(create(null), ['body']),
      created({ title: 'x' }),
      refused(update([]), ['body']),
      refused(update(1), ['body']),
    ],
  },
];
