import type { ContractCase } from './contract-cases.js';
import { create, created, refused, update, updated } from './contract-steps.js';

const ada = '2804bc07-1e1f-4938-9085-ce6d756a32d2';
const bob = 'd95e6152-f683-4d78-9ff5-67ad180fea4a';
const cleo = 'af0f2e5e-8d2a-4f36-a5bd-3ab9ae3df1b2';
const row = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const otherRow = '6fa459ea-ee8a-3ca4-894e-db77e160355e';

function rows(count: number) {
  return Array.from({ length: count }, (_, at) => ({ title: `row ${at}` }));
}

function guids(count: number) {
  return Array.from(
    { length: count },
    (_, at) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
  );
}

/** Checklist, references, assignees and categories: merged by key, replaced with a current expectedRev. */
export const keyedCases: readonly ContractCase[] = [
  {
    name: 'a checklist row without id gets one, and new rows go to the end',
    steps: [
      created({ title: 'x', checklist: [{ title: ' one ' }, { id: row, title: 'two' }] }),
      updated(
        { checklist: [{ title: 'three', isChecked: true }] },
        {
          checklist: [
            { id: '$task.checklist.0.id', title: 'one', isChecked: false },
            { id: row, title: 'two', isChecked: false },
            { id: '*', title: 'three', isChecked: true },
          ],
          rev: 2,
        },
      ),
    ],
  },
  {
    name: 'an array changes rows by id and leaves the others',
    steps: [
      created({
        title: 'x',
        checklist: [
          { id: row, title: 'one' },
          { id: otherRow, title: 'two' },
        ],
      }),
      updated(
        { checklist: [{ id: otherRow, isChecked: true }] },
        {
          checklist: [
            { id: row, title: 'one', isChecked: false },
            { id: otherRow, title: 'two', isChecked: true },
          ],
        },
      ),
      updated({ checklist: [] }, { rev: 2 }),
      updated(
        { checklist: [{ id: row.toUpperCase(), remove: true }] },
        { checklist: [{ id: otherRow, title: 'two', isChecked: true }], rev: 3 },
      ),
      updated({ checklist: [{ id: row, remove: true }] }, { rev: 3 }),
    ],
  },
  {
    name: 'with a current expectedRev a checklist replaces and sets the order',
    steps: [
      created({
        title: 'x',
        checklist: [
          { id: row, title: 'one', isChecked: true },
          { id: otherRow, title: 'two' },
          { title: 'three' },
        ],
      }),
      updated(
        { checklist: [{ id: otherRow }, { id: row, title: 'ONE' }] },
        {
          checklist: [
            { id: otherRow, title: 'two', isChecked: false },
            { id: row, title: 'ONE', isChecked: true },
          ],
          rev: 2,
        },
        { expectedRev: 1 },
      ),
      updated(
        { checklist: [{ id: row }, { id: otherRow }] },
        {
          checklist: [
            { id: row, title: 'ONE', isChecked: true },
            { id: otherRow, title: 'two', isChecked: false },
          ],
          rev: 3,
        },
        { expectedRev: 2 },
      ),
      updated({ checklist: [], expectedRev: 3 }, { checklist: [], rev: 4 }),
    ],
  },
  {
    name: 'checklist rows that cannot be are refused, each by its place',
    steps: [
      refused(
        create({
          title: 'x',
          checklist: [
            { id: 'row-1', title: 'x' },
            { id: row },
            { title: 'x', checked: true },
            { title: 'x', isChecked: 'yes' },
            { remove: true },
            'x',
            null,
          ],
        }),
        [
          'checklist[0].id',
          'checklist[2].checked',
          'checklist[3].isChecked',
          'checklist[4].id',
          'checklist[5]',
          'checklist[6]',
        ],
        { suggestions: { 'checklist[2].checked': 'isChecked' } },
      ),
      refused(create({ title: 'x', checklist: [{ id: row }] }), ['checklist[0].title']),
      refused(
        create({
          title: 'x',
          checklist: [
            { id: row, title: 'x' },
            { id: row, title: 'y' },
          ],
        }),
        ['checklist[1].id'],
      ),
      refused(create({ title: 'x', checklist: {} }), ['checklist']),
      refused(create({ title: 'x', checklist: 'x' }), ['checklist']),
    ],
  },
  {
    name: 'a checklist has 20 rows at most, counted after the merge',
    steps: [
      created({ title: 'x', checklist: rows(20) }),
      refused(update({ checklist: [{ title: 'one more' }] }), ['checklist']),
      updated(
        { checklist: [{ title: 'one more' }, { id: '$task.checklist.0.id', remove: true }] },
        { rev: 2 },
      ),
      refused(create({ title: 'x', checklist: rows(21) }), ['checklist']),
    ],
  },
  {
    name: 'references merge by url, whose scheme and host are written in lower case',
    steps: [
      created(
        { title: 'x', references: [{ url: ' HTTPS://Example.COM/A?b=C#D ', alias: 'A' }] },
        { references: [{ url: 'https://example.com/A?b=C#D', alias: 'A', type: null }] },
      ),
      updated(
        {
          references: [
            { url: 'https://EXAMPLE.com/A?b=C#D', type: 'word' },
            { url: 'http://example.org:8080' },
          ],
        },
        {
          references: [
            { url: 'https://example.com/A?b=C#D', alias: 'A', type: 'Word' },
            { url: 'http://example.org:8080', alias: null, type: null },
          ],
          rev: 2,
        },
      ),
      updated(
        { references: [{ url: 'https://example.com/A?b=C#D', remove: true }] },
        { references: [{ url: 'http://example.org:8080', alias: null, type: null }] },
      ),
      updated(
        { references: [{ url: 'https://example.net/' }], expectedRev: 3 },
        { references: [{ url: 'https://example.net/', alias: null, type: null }] },
      ),
    ],
  },
  {
    name: 'a reference must be an absolute http or https URL',
    steps: [
      refused(
        create({
          title: 'x',
          references: [
            { url: 'example.com' },
            { url: 'ftp://example.com' },
            { url: 'https://' },
            { url: 'javascript:alert(1)' },
            { url: 'https://exa mple.com' },
            { url: 'https://example.com:99999/' },
            { alias: 'no url' },
            { url: 'https://example.com', type: 'Pdf' },
          ],
        }),
        [
          'references[0].url',
          'references[1].url',
          'references[2].url',
          'references[3].url',
          'references[4].url',
          'references[5].url',
          'references[6].url',
          'references[7].type',
        ],
      ),
    ],
  },
  {
    name: 'a task has 10 references at most',
    steps: [
      refused(
        create({
          title: 'x',
          references: Array.from({ length: 11 }, (_, at) => ({ url: `https://example.com/${at}` })),
        }),
        ['references'],
      ),
    ],
  },
  {
    name: 'assignees add up, are removed by name, and are replaced with a current expectedRev',
    steps: [
      created({ title: 'x', assigneeIds: [ada, ada.toUpperCase()] }, { assigneeIds: [ada] }),
      updated({ assigneeIds: [bob] }, { assigneeIds: [ada, bob], rev: 2 }),
      updated({ assigneeIds: [bob, ada] }, { rev: 2 }),
      updated(
        { assigneeIds: { add: [cleo], remove: [ada] } },
        { assigneeIds: [bob, cleo], rev: 3 },
      ),
      updated({ assigneeIds: [ada] }, { assigneeIds: [ada], rev: 4 }, { expectedRev: 3 }),
      updated({ assigneeIds: {} }, { assigneeIds: [ada], rev: 4 }, { expectedRev: 4 }),
      updated({ assigneeIds: [] }, { assigneeIds: [], rev: 5 }, { expectedRev: 4 }),
    ],
  },
  {
    name: 'assignees that cannot be are refused',
    steps: [
      refused(create({ title: 'x', assigneeIds: ['ada@example.com', 7] }), [
        'assigneeIds[0]',
        'assigneeIds[1]',
      ]),
      refused(create({ title: 'x', assigneeIds: ada }), ['assigneeIds']),
      refused(create({ title: 'x', assigneeIds: { added: [ada] } }), ['assigneeIds.added'], {
        suggestions: { 'assigneeIds.added': 'add' },
      }),
      refused(create({ title: 'x', assigneeIds: { add: [ada], remove: [ada] } }), ['assigneeIds']),
      refused(create({ title: 'x', assigneeIds: guids(21) }), ['assigneeIds']),
    ],
  },
  {
    name: 'categories are category1 to category25',
    steps: [
      created(
        { title: 'x', appliedCategories: ['category25', 'category1'] },
        { appliedCategories: ['category25', 'category1'] },
      ),
      updated(
        { appliedCategories: { add: ['category3'], remove: ['category25'] } },
        { appliedCategories: ['category1', 'category3'], rev: 2 },
      ),
      refused(update({ appliedCategories: ['category26', 'category01', 'Red'] }), [
        'appliedCategories[0]',
        'appliedCategories[1]',
        'appliedCategories[2]',
      ]),
    ],
  },
];
