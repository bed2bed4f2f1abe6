import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TaskDocument } from '../../../src/domain/task.js';
import { aTaskStore, fcall, plans, type TaskStoreFixture } from './task-store-fixture.js';

let fixture: TaskStoreFixture;
beforeAll(async () => {
  fixture = await aTaskStore();
});
afterAll(() => fixture.close());

const guid = fc.uuid();
/** Text that Planner can hold: no control characters but tabs and line ends, no half surrogates. */
const plainText = fc
  .string({ unit: 'binary', maxLength: 40 })
  .map((text) => text.replaceAll(/\p{Cc}/gu, (one) => ('\t\n\r'.includes(one) ? one : '')));
const title = plainText.filter((text) => text.trim() !== '');
const date = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((value) => value.toISOString());

const checklist = fc.uniqueArray(fc.record({ id: guid, title, isChecked: fc.boolean() }), {
  selector: ({ id }) => id,
  maxLength: 5,
});
const references = fc.uniqueArray(
  fc.record({ url: fc.webUrl(), alias: fc.option(title), type: fc.constantFrom('Word', null) }),
  { selector: ({ url }) => url, maxLength: 4 },
);
const patch = fc.record(
  {
    title,
    description: fc.option(plainText),
    percentComplete: fc.option(fc.integer({ min: 0, max: 100 })),
    priority: fc.option(fc.integer({ min: 0, max: 10 })),
    dueDateTime: fc.option(date),
    assigneeIds: fc.array(guid, { maxLength: 4 }),
    appliedCategories: fc.subarray(['category1', 'category7', 'category25']),
    checklist,
    references,
  },
  { requiredKeys: [] },
);

const anything = fc.anything({
  maxDepth: 3,
  values: [
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.integer(),
  ],
});
const fieldName = fc.constantFrom(
  'title', 'description', 'percentComplete', 'percent_complete', 'priority', 'startDateTime', 'dueDateTime',
  'due_date', 'agentNotes', 'agent_notes', 'assigneeIds', 'appliedCategories', 'checklist', 'references', 'bucketId', 'planId', 'rev', 'sync',
); // prettier-ignore

async function created(body: unknown): Promise<TaskDocument> {
  const task = await fcall(fixture, { actor: 'a', operation: 'create', body });
  expect(task, JSON.stringify(body)).toHaveProperty('rev', 1);
  return task as unknown as TaskDocument;
}

function updated(id: string, body: unknown): Promise<Record<string, unknown>> {
  return fcall(fixture, { actor: 'a', operation: 'update', id, body });
}

describe('any body', () => {
  it('gives a document within the limits, or problems that name only what was sent', async () => {
    const body = fc.dictionary(fc.oneof(fieldName, fc.string()), fc.oneof(anything, patch, title));
    await fc.assert(
      fc.asyncProperty(body, fc.boolean(), async (fields, hasTitle) => {
        const sent = hasTitle ? { title: 'x', ...fields } : fields;
        const reply = await fcall(fixture, { actor: 'a', operation: 'create', body: sent });
        if (!('code' in reply)) return expectLegal(reply as unknown as TaskDocument);
        expect([400, 422]).toContain(reply['status']);
        const names = [...Object.keys(sent), 'title'];
        for (const { field } of (reply['errors'] ?? []) as { field: string }[]) {
          const isSent = names.some(
            (name) =>
              field === name || field.startsWith(`${name}[`) || field.startsWith(`${name}.`),
          );
          expect(isSent, `${field} in ${JSON.stringify(sent)}`).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is answered, whatever text it is', async () => {
    const valid = JSON.stringify({ actor: 'a', body: { title: 'x', checklist: [{ title: 'y' }] } });
    const broken = fc
      .tuple(fc.nat(valid.length), fc.nat(4), fc.string({ maxLength: 4 }))
      .map(([at, length, text]) => valid.slice(0, at) + text + valid.slice(at + length));
    await fc.assert(
      fc.asyncProperty(fc.oneof(broken, fc.json(), fc.string()), async (payload) => {
        const reply = await fcall(fixture, payload);
        if ('code' in reply) expect([400, 404, 422]).toContain(reply['status']);
        else expectLegal(reply as unknown as TaskDocument);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a PATCH', () => {
  it('sent twice changes nothing the second time', async () => {
    await fc.assert(
      fc.asyncProperty(patch, patch, async (first, second) => {
        const task = await created({ title: 'x', ...first });
        const once = await updated(task.id, second);
        const twice = await updated(task.id, second);
        expect(twice).toEqual(once);
      }),
      { numRuns: 200 },
    );
  });

  it('with what the task holds already never raises rev', async () => {
    await fc.assert(
      fc.asyncProperty(patch, async (body) => {
        const task = await created({ title: 'x', ...body });
        expect(await updated(task.id, task)).toEqual(task);
      }),
      { numRuns: 200 },
    );
  });

  it('gives each named field its value and leaves the others', async () => {
    await fc.assert(
      fc.asyncProperty(patch, patch, async (first, second) => {
        const { id, ...before } = await created({ title: 'x', ...first });
        const after = (await updated(id, second)) as unknown as TaskDocument;
        for (const field of [
          'description',
          'percentComplete',
          'priority',
          'dueDateTime',
        ] as const) {
          const wanted = second[field];
          if (wanted === undefined) expect(after[field]).toEqual(before[field]);
          else if (wanted !== null && field !== 'dueDateTime') expect(after[field]).toBe(wanted);
        }
        const rows = new Map(after.checklist.map((row) => [row.id, row]));
        for (const row of second.checklist ?? []) {
          expect(rows.get(row.id)).toEqual({ ...row, title: row.title.trim() });
        }
        for (const row of before.checklist) expect(rows.has(row.id)).toBe(true);
        expect(after.assigneeIds).toEqual([
          ...new Set([...before.assigneeIds, ...(second.assigneeIds ?? [])]),
        ]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('text', () => {
  it('comes back as it was sent', async () => {
    await fc.assert(
      fc.asyncProperty(title, plainText, async (wanted, description) => {
        const task = await created({ title: wanted, description });
        expect(task.title).toBe(wanted.trim());
        expect(task.description).toBe(description);
        expect(await fixture.store.read(task.id)).toBe(JSON.stringify(task));
      }),
      { numRuns: 300 },
    );
  });
});

describe('times', () => {
  it('are understood as JavaScript understands them', async () => {
    const parts = fc.record({
      year: number(1, 9998),
      month: number(0, 13),
      day: number(0, 32),
      hour: number(0, 24),
      minute: number(0, 60),
      second: fc.option(number(0, 60)),
      ms: fc.option(number(0, 999)),
      zone: fc.oneof(
        fc.constantFrom('Z'),
        fc
          .tuple(fc.constantFrom('+', '-'), number(0, 23), number(0, 59))
          .map(([sign, hours, minutes]) => `${sign}${pad(hours, 2)}:${pad(minutes, 2)}`),
      ),
    });
    await fc.assert(
      fc.asyncProperty(parts, async ({ year, month, day, hour, minute, second, ms, zone }) => {
        const day0 = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
        const fraction = second !== null && ms !== null ? `.${pad(ms, 3)}` : '';
        const seconds = second === null ? '' : `:${pad(second, 2)}${fraction}`;
        const text = `${day0}T${pad(hour, 2)}:${pad(minute, 2)}${seconds}${zone}`;
        const expected = isReal(year, month, day) && hour < 24 ? Date.parse(text) : Number.NaN;
        const reply = await fcall(fixture, { actor: 'a', body: { title: 'x', dueDateTime: text } });
        const isInRange = expected >= Date.parse('0001-01-01T00:00:00Z');
        if (!isInRange) expect(reply, text).toMatchObject({ status: 400 });
        else {
          const iso = new Date(expected).toISOString().replace('.000Z', 'Z');
          expect(reply['dueDateTime'], text).toBe(iso);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are midnight UTC where only the day is given', async () => {
    await fc.assert(
      fc.asyncProperty(number(1, 9999), number(0, 13), number(0, 32), async (year, month, day) => {
        const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
        const reply = await fcall(fixture, { actor: 'a', body: { title: 'x', dueDateTime: text } });
        if (isReal(year, month, day)) expect(reply['dueDateTime']).toBe(`${text}T00:00:00Z`);
        else expect(reply, text).toMatchObject({ status: 400 });
      }),
      { numRuns: 300 },
    );
  });
});

describe('an idempotency key', () => {
  it('knows its request whatever the order of its fields', async () => {
    const shuffled = patch.chain((body) => {
      const entries = Object.entries({ title: 'x', ...body });
      return fc.tuple(
        fc.constant(Object.fromEntries(entries)),
        fc.shuffledSubarray(entries, { minLength: entries.length }).map(Object.fromEntries),
      );
    });
    await fc.assert(
      fc.asyncProperty(shuffled, fc.uuid(), async ([body, sameBody], idempotencyKey) => {
        const request = { actor: 'a', operation: 'create', idempotencyKey };
        const first = await fcall(fixture, { ...request, body });
        const again = await fcall(fixture, { body: sameBody, ...request });
        expect(again).toEqual(first);
        const other = await fcall(fixture, { ...request, body: { ...body, title: 'another' } });
        expect(other).toMatchObject({ status: 422, code: 'idempotency_key_reused' });
      }),
      { numRuns: 200 },
    );
  });
});

function expectLegal(task: TaskDocument): void {
  expect(task.title).toMatch(/^.{1,255}$/su);
  expect(task.title).toBe(task.title.trim());
  expect(typeof task.description).toBe('string');
  for (const [value, most] of [
    [task.percentComplete, 100],
    [task.priority, 10],
  ] as const) {
    expect(Number.isInteger(value) && value >= 0 && value <= most).toBe(true);
  }
  for (const time of [task.startDateTime, task.dueDateTime]) {
    if (time !== null) expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/);
  }
  if (task.startDateTime !== null && task.dueDateTime !== null) {
    expect(Date.parse(task.startDateTime)).toBeLessThanOrEqual(Date.parse(task.dueDateTime));
  }
  const lists = [
    [task.assigneeIds, 20],
    [task.appliedCategories, 25],
    [task.checklist.map(({ id }) => id), 20],
    [task.references.map(({ url }) => url), 10],
  ] as const;
  for (const [keys, most] of lists) {
    expect(keys.length).toBeLessThanOrEqual(most);
    expect(new Set(keys).size).toBe(keys.length);
  }
  expect(task.planId).toBe(plans.defaultPlan);
  expect(task.rev).toBe(1);
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

function number(min: number, max: number) {
  return fc.integer({ min, max });
}

/** JavaScript takes 31 February for 3 March. */
function isReal(year: number, month: number, day: number): boolean {
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}T00:00:00.000Z`;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
}
