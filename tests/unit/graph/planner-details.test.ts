import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detailsFields } from '../../../src/domain/task.js';
import type { PlannerDetails, PlannerDetailsFields } from '../../../src/domain/planner.js';
import { parseAnswer } from '../../../src/graph/parse-answer.js';
import { graphDetails } from '../../../src/graph/planner/planner-schemas.js';
import { toPlannerDetails } from '../../../src/graph/planner/read-details.js';
import { toReferenceKey } from '../../../src/graph/planner/reference-key.js';
import { noHandles, unpackHandles } from '../../../src/graph/planner/row-handles.js';
import { needsHandles, toDetailsPatch } from '../../../src/graph/planner/write-details.js';

const read = (details: object): PlannerDetails =>
  toPlannerDetails(
    parseAnswer(graphDetails, { id: 't', '@odata.etag': 'W/"1"', ...details }, 'no'),
  );
const handlesOf = (details: PlannerDetails) => unpackHandles(details.handles) ?? noHandles;
const item = { '@odata.type': '#microsoft.graph.plannerChecklistItem' };
const reference = { '@odata.type': '#microsoft.graph.plannerExternalReference' };
const nothing: PlannerDetailsFields = { description: '', checklist: [], references: [] };

const seen = read({
  description: 'Two lines\r\nof text',
  previewType: 'automatic',
  checklist: {
    second: { title: 'B', isChecked: true, orderHint: '8585Z' },
    first: {
      title: 'A',
      isChecked: false,
      orderHint: '8585P',
      lastModifiedBy: { user: { id: 'ann' } },
      lastModifiedDateTime: '2026-11-20T08:00:00.55Z',
    },
    last: { title: null, isChecked: null },
    removed: null,
  },
  references: {
    'https%3A//a%2Eb/c': { alias: 'C', type: 'Word', previewPriority: '2' },
    'https%3A//a%2Eb/odd%20key': { previewPriority: '1' },
  },
});

describe('details as Planner sends them', () => {
  it('are read in board order, by key, with who changed what', () => {
    expect(seen.fields).toEqual({
      description: 'Two lines\r\nof text',
      checklist: [
        { id: 'first', title: 'A', isChecked: false },
        { id: 'second', title: 'B', isChecked: true },
        { id: 'last', title: '', isChecked: false },
      ],
      references: [
        { url: 'https://a.b/odd%20key', alias: null, type: null },
        { url: 'https://a.b/c', alias: 'C', type: 'Word' },
      ],
    });
    expect(seen.checklistChanges['first']).toEqual({
      at: '2026-11-20T08:00:00.550Z',
      by: { userId: 'ann', appId: null },
    });
    expect(seen.referenceChanges['https://a.b/c']).toEqual({
      at: null,
      by: { userId: null, appId: null },
    });
  });

  it('may lack all but id and etag', () => {
    expect(read({}).fields).toEqual(nothing);
    expect(read({ description: null, checklist: null, references: null }).fields).toEqual(nothing);
  });

  it('say what of them was left out or cannot be read', () => {
    expect(read({}).gaps).toEqual(detailsFields.map((field) => ({ field })));
    const odd = read({
      description: 7,
      checklist: {
        '@odata.type': '#microsoft.graph.plannerChecklistItems',
        a: { isChecked: false },
        b: { title: 'B', isChecked: 'yes' },
        c: 'row',
      },
      references: { 'https%3A//a%2Eb': { alias: null, type: 'Visio' }, 'https%3A//c%2Ed': {} },
    });
    expect(odd.gaps).toEqual([
      { field: 'description' },
      { field: 'checklist', key: 'a', cell: 'title' },
      { field: 'checklist', key: 'b', cell: 'isChecked' },
      { field: 'checklist', key: 'c', cell: 'title' },
      { field: 'checklist', key: 'c', cell: 'isChecked' },
      { field: 'references', key: 'https://c.d', cell: 'alias' },
      { field: 'references', key: 'https://c.d', cell: 'type' },
    ]);
    expect(odd.fields.references[0]).toEqual({ url: 'https://a.b', alias: null, type: 'Visio' });
    expect(read({ description: null, checklist: {}, references: null }).gaps).toBeUndefined();
  });

  it('do not say a list with a key that nobody can hold', () => {
    const checklist = { '\ud800': { title: 'A', isChecked: false } };
    expect(read({ description: '', references: {}, checklist }).gaps).toEqual([
      { field: 'checklist' },
    ]);
  });

  it('keep both of two keys that decode to one URL', () => {
    const odd = 'https%3A//a%2Eb/x%20y';
    const exact = toReferenceKey('https://a.b/x%20y');
    for (const keys of [
      [odd, exact],
      [exact, odd],
    ]) {
      const { fields } = read({ references: Object.fromEntries(keys.map((key) => [key, {}])) });
      expect(fields.references.map(({ url }) => url).sort()).toEqual(
        ['https://a.b/x%20y', odd].sort(),
      );
    }
  });
});

describe('an update of details', () => {
  it('has nothing to say when nothing differs', () => {
    expect(
      toDetailsPatch({ changes: seen.fields, current: seen.fields }, handlesOf(seen)),
    ).toBeUndefined();
  });

  it('neither cuts nor sends a row of a person that is longer than agents may write', () => {
    const long = { id: 'long', title: 'x'.repeat(300), isChecked: false };
    const current = { ...nothing, checklist: [long] };
    const own = { id: 'own', title: 'y'.repeat(300), isChecked: false };
    const patch = toDetailsPatch({ changes: { checklist: [long, own] }, current }, noHandles);
    expect(Object.keys(patch?.['checklist'] ?? {})).toEqual(['own']);
    expect(patch).toMatchObject({ checklist: { own: { title: 'y'.repeat(255) } } });
  });

  it('writes the rows that differ and leaves the others alone', () => {
    const [first, second] = seen.fields.checklist;
    if (first === undefined || second === undefined) throw new Error('two rows');
    const added = { id: 'new', title: 'N', isChecked: false };
    const changes = {
      description: '',
      checklist: [{ ...first, isChecked: true }, second, added],
      references: [{ url: 'https://new.example/', alias: 'New', type: null }],
    };
    expect(toDetailsPatch({ changes, current: seen.fields }, handlesOf(seen))).toEqual({
      description: '',
      checklist: {
        last: null,
        first: { ...item, isChecked: true },
        new: { ...item, title: 'N', isChecked: false, orderHint: '8585Z !' },
      },
      references: {
        'https%3A//a%2Eb/odd%20key': null,
        'https%3A//a%2Eb/c': null,
        'https%3A//new%2Eexample/': { ...reference, alias: 'New', previewPriority: ' !' },
      },
    });
  });

  it('writes a new order as the place of the row that moved', () => {
    const [first, second] = seen.fields.checklist;
    const checklist = [second, first].filter((row) => row !== undefined);
    expect(
      toDetailsPatch(
        { changes: { checklist }, current: { ...seen.fields, checklist: checklist.toReversed() } },
        handlesOf(seen),
      ),
    ).toEqual({
      checklist: { first: { ...item, orderHint: '8585Z !' } },
    });
  });

  it('changes alias and type of a reference under the key that Planner uses', () => {
    const references = [
      { url: 'https://a.b/odd%20key', alias: 'Odd', type: null },
      { url: 'https://a.b/c', alias: null, type: 'Word' },
    ];
    expect(
      toDetailsPatch({ changes: { references }, current: seen.fields }, handlesOf(seen)),
    ).toEqual({
      references: {
        'https%3A//a%2Eb/odd%20key': { ...reference, alias: 'Odd' },
        'https%3A//a%2Eb/c': { ...reference, alias: null },
      },
    });
  });

  it('cuts the title of a row to what Planner takes, never through a character', () => {
    const rows = ['x'.repeat(300), `${'x'.repeat(254)}😀`].map((title, index) => ({
      id: String(index),
      title,
      isChecked: false,
    }));
    const patch = toDetailsPatch({ changes: { checklist: rows }, current: nothing }, noHandles);
    const titles = Object.values(patch?.['checklist'] as Record<string, { title: string }>);
    expect(titles.map(({ title }) => title)).toEqual(['x'.repeat(255), 'x'.repeat(254)]);
  });

  it('brings about whatever is wanted, from whatever was there', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const rows = fc.uniqueArray(
      fc.record({ id, title: fc.string({ maxLength: 3 }), isChecked: fc.boolean() }),
      { selector: (row) => row.id },
    );
    const word = fc.constantFrom(null, 'Word', 'Other');
    const urls = fc.constantFrom(
      'https://a.b/c',
      'https://a.b/%20',
      'https://ü.b/?x=@#y',
      '%25',
      '%2525',
    );
    const references = fc.uniqueArray(fc.record({ url: urls, alias: word, type: word }), {
      selector: (row) => row.url,
    });
    const details = fc.record({ description: fc.string(), checklist: rows, references });
    fc.assert(
      fc.property(details, details, (before, wanted) => {
        const held = applyPatch(
          {},
          toDetailsPatch({ changes: before, current: nothing }, noHandles),
        );
        const look = read(held);
        expect(sorted(look.fields)).toEqual(sorted(before));
        const patch = toDetailsPatch({ changes: wanted, current: look.fields }, handlesOf(look));
        const now = read(applyPatch(held, patch));
        expect(sorted(now.fields)).toEqual(sorted(wanted));
        expect(
          toDetailsPatch({ changes: wanted, current: now.fields }, handlesOf(now)),
        ).toBeUndefined();
      }),
    );
  });
});

describe('the order of rows at Planner', () => {
  it.each([
    [
      'a new row behind others',
      { checklist: [...seen.fields.checklist, { id: 'n', title: '', isChecked: false }] },
      true,
    ],
    ['another order', { checklist: seen.fields.checklist.toReversed() }, true],
    ['a reference that goes', { references: seen.fields.references.slice(1) }, true],
    ['a row that goes', { checklist: seen.fields.checklist.slice(1) }, false],
    [
      'a row that is ticked',
      { checklist: seen.fields.checklist.map((row) => ({ ...row, isChecked: true })) },
      false,
    ],
    [
      'a new reference',
      {
        references: [
          ...seen.fields.references,
          { url: 'https://n.example', alias: null, type: null },
        ],
      },
      false,
    ],
    ['another description', { description: 'x' }, false],
  ])('for %s must be known: %j', (_, changes, isNeeded) => {
    expect(needsHandles({ changes, current: seen.fields })).toBe(isNeeded);
  });

  it('need not be known for the first rows', () => {
    expect(needsHandles({ changes: seen.fields, current: nothing })).toBe(false);
  });

  it('that another version stored counts as unknown', () => {
    for (const text of ['', '{}', '{"h":1,"k":[]}', 'null']) {
      expect(unpackHandles(text as PlannerDetails['handles'])).toBeUndefined();
    }
  });
});

type Held = Record<string, unknown>;

/** As Planner merges: maps by key, rows by property, null removes; hints become places between their neighbours. */
function applyPatch(held: Held, patch: Held = {}): Held {
  const next: Held = { ...held };
  for (const [field, value] of Object.entries(patch)) {
    if (typeof value !== 'object' || value === null) {
      next[field] = value;
      continue;
    }
    const map: Record<string, object> = { ...(held[field] as Record<string, object>) };
    for (const [key, row] of Object.entries(
      value as Record<string, { orderHint?: string } | null>,
    )) {
      if (row === null) delete map[key];
      else
        map[key] = {
          ...map[key],
          ...row,
          ...(row.orderHint && { orderHint: settle(row.orderHint) }),
        };
    }
    next[field] = map;
  }
  return next;
}

/** Settled hints are numbers of fixed width; the same request always settles alike. */
function settle(hint: string): string {
  return place(hint).toFixed(12).padStart(24, '0');
}

function place(hint: string): number {
  if (!hint.endsWith('!')) return Number(hint);
  const inner = hint.slice(0, -1);
  const gap = inner.lastIndexOf(' ');
  const left = inner.slice(0, gap) === '' ? undefined : place(inner.slice(0, gap));
  const right = inner.slice(gap + 1) === '' ? undefined : place(inner.slice(gap + 1));
  if (left === undefined) return right === undefined ? 1_000 : right / 2;
  return right === undefined ? left + 1 : (left + right) / 2;
}

function sorted(fields: PlannerDetailsFields): PlannerDetailsFields {
  return { ...fields, references: fields.references.toSorted((a, b) => (a.url < b.url ? -1 : 1)) };
}
