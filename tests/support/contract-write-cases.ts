import type { ContractCase } from './contract-cases.js';
import { create, created, get, refused, remove, update, updated } from './contract-steps.js';

const missing = { status: 404, code: 'not_found' } as const;

/** Creating, changing and deleting: revisions, guards, plans. */
export const writeCases: readonly ContractCase[] = [
  {
    name: 'a new task has every field of the document, with its defaults',
    steps: [
      created(
        { title: 'Draft the offer' },
        {
          planId: '$defaultPlan',
          bucketId: null,
          title: 'Draft the offer',
          description: '',
          percentComplete: 0,
          priority: 5,
          startDateTime: null,
          dueDateTime: null,
          assigneeIds: [],
          appliedCategories: [],
          checklist: [],
          references: [],
          rev: 1,
          sync: {
            state: 'pending',
            plannerId: null,
            syncedRev: null,
            syncedAt: null,
            webUrl: null,
            error: null,
          },
        },
      ),
      { request: get(), expect: { status: 200, document: { title: 'Draft the offer', rev: 1 } } },
    ],
  },
  {
    name: 'a task goes to the plan that it names',
    steps: [created({ title: 'x', planId: '$plan' }, { planId: '$plan' })],
  },
  {
    name: 'a plan that is not linked is refused',
    steps: [
      {
        request: create({ title: 'x', planId: '$unlinkedPlan' }),
        expect: { status: 422, code: 'plan_not_linked', fields: ['planId'] },
      },
    ],
  },
  {
    name: 'the plan of a task in a plan cannot change',
    steps: [
      created({ title: 'x', planId: '$plan' }),
      refused(update({ planId: '$otherPlan' }), ['planId']),
      refused(update({ planId: null }), ['planId']),
      updated({ planId: '$plan' }, { planId: '$plan', rev: 1 }),
    ],
  },
  {
    name: 'a PATCH changes what it names and nothing else, and raises rev by one',
    steps: [
      created({ title: 'x', description: 'why', priority: 3, dueDateTime: '2026-12-01' }),
      updated(
        { percentComplete: 50 },
        {
          title: 'x',
          description: 'why',
          priority: 3,
          percentComplete: 50,
          dueDateTime: '2026-12-01T00:00:00Z',
          rev: 2,
        },
      ),
    ],
  },
  {
    name: 'a PATCH that changes nothing does not raise rev',
    steps: [
      created({ title: 'x', priority: 3, checklist: [{ title: 'row' }] }),
      updated({}, { rev: 1 }),
      updated({ title: ' x ', priority: 3 }, { rev: 1 }),
      updated({ checklist: [{ id: '$task.checklist.0.id', title: 'row' }] }, { rev: 1 }),
    ],
  },
  {
    name: 'null clears',
    steps: [
      created({
        title: 'x',
        bucketId: 'bucket-1',
        description: 'why',
        percentComplete: 50,
        priority: 1,
        startDateTime: '2026-11-01',
        dueDateTime: '2026-12-01',
        assigneeIds: ['2804bc07-1e1f-4938-9085-ce6d756a32d2'],
        appliedCategories: ['category1'],
        checklist: [{ title: 'row' }],
        references: [{ url: 'https://example.com/' }],
      }),
      updated(
        {
          bucketId: null,
          description: null,
          percentComplete: null,
          priority: null,
          startDateTime: null,
          dueDateTime: null,
          assigneeIds: null,
          appliedCategories: null,
          checklist: null,
          references: null,
        },
        {
          bucketId: null,
          description: '',
          percentComplete: 0,
          priority: 5,
          startDateTime: null,
          dueDateTime: null,
          assigneeIds: [],
          appliedCategories: [],
          checklist: [],
          references: [],
          rev: 2,
        },
      ),
      refused(update({ title: null }), ['title']),
    ],
  },
  {
    name: 'a stale expectedRev is refused with the current document, a current one is accepted',
    steps: [
      created({ title: 'x' }),
      updated({ title: 'y' }, { rev: 2 }, { expectedRev: 1 }),
      {
        request: update({ title: 'z' }, { expectedRev: 1 }),
        expect: { status: 409, code: 'stale_revision', current: { title: 'y', rev: 2 } },
      },
      {
        request: update({ title: 'z', expectedRev: 1 }),
        expect: { status: 409, code: 'stale_revision', current: { rev: 2 } },
      },
      { request: remove({ expectedRev: 1 }), expect: { status: 409, code: 'stale_revision' } },
      { request: remove({ expectedRev: 2 }), expect: { status: 204 } },
    ],
  },
  {
    name: 'an expectedRev must be a revision',
    steps: [
      created({ title: 'x' }),
      refused(update({ title: 'y', expectedRev: '1' }), ['expectedRev']),
      refused(update({ title: 'y', expectedRev: 0 }), ['expectedRev']),
      refused(update({ title: 'y', expectedRev: 1.5 }), ['expectedRev']),
      refused(create({ title: 'y', expectedRev: 1 }), ['expectedRev']),
    ],
  },
  {
    name: 'a deleted task is gone and says so, and is not deleted twice',
    steps: [
      created({ title: 'x' }),
      { request: remove(), expect: { status: 204 } },
      { request: get(), expect: { status: 404, code: 'deleted' } },
      { request: remove(), expect: { status: 404, code: 'deleted' } },
      { request: update({ title: 'y' }), expect: { status: 404, code: 'deleted' } },
    ],
  },
  {
    name: 'a task that never was is not found',
    steps: [
      { request: get({ id: '01ARZ3NDEKTSV4RRFFQ69G5FAV' }), expect: missing },
      { request: update({ title: 'x' }, { id: '01ARZ3NDEKTSV4RRFFQ69G5FAV' }), expect: missing },
      { request: remove({ id: '01ARZ3NDEKTSV4RRFFQ69G5FAV' }), expect: missing },
      { request: get({ id: 'index' }), expect: missing },
      { request: update({ title: 'x' }, { id: 'index' }), expect: missing },
      { request: remove({ id: 'stream' }), expect: missing },
    ],
  },
  {
    name: 'a repeated create with one idempotency key makes one task and answers the first answer',
    steps: [
      {
        request: create({ title: 'x', priority: 3 }, { idempotencyKey: 'key-1' }),
        expect: { status: 201, document: { title: 'x' }, replayed: false },
      },
      {
        request: create({ priority: 3, title: 'x' }, { idempotencyKey: 'key-1' }),
        expect: { status: 201, document: { id: '$task.id', rev: 1 }, replayed: true },
      },
      {
        request: create({ title: 'y', priority: 3 }, { idempotencyKey: 'key-1' }),
        expect: { status: 422, code: 'idempotency_key_reused' },
      },
    ],
  },
  {
    name: 'the idempotency key may stand in the body',
    steps: [
      {
        request: create({ title: 'x', idempotencyKey: 'key-2' }),
        expect: { status: 201, replayed: false },
      },
      {
        request: create({ title: 'x' }, { idempotencyKey: 'key-2' }),
        expect: { status: 201, document: { id: '$task.id' }, replayed: true },
      },
    ],
  },
  {
    name: 'a repeated PATCH with one idempotency key is done once',
    steps: [
      created({ title: 'x' }),
      updated({ checklist: [{ title: 'row' }] }, { rev: 2 }, { idempotencyKey: 'key-3' }),
      {
        request: update({ checklist: [{ title: 'row' }] }, { idempotencyKey: 'key-3' }),
        expect: { status: 200, document: { rev: 2 }, replayed: true },
      },
      {
        request: remove({ idempotencyKey: 'key-3' }),
        expect: { status: 422, code: 'idempotency_key_reused' },
      },
    ],
  },
  {
    name: 'a repeated delete with one idempotency key answers the first answer',
    steps: [
      created({ title: 'x' }),
      { request: remove({ idempotencyKey: 'key-4' }), expect: { status: 204, replayed: false } },
      { request: remove({ idempotencyKey: 'key-4' }), expect: { status: 204, replayed: true } },
    ],
  },
  {
    name: 'a refused write does not use up its idempotency key',
    steps: [
      refused(create({ title: '' }, { idempotencyKey: 'key-5' }), ['title']),
      {
        request: create({ title: 'x' }, { idempotencyKey: 'key-5' }),
        expect: { status: 201, replayed: false },
      },
    ],
  },
  {
    name: 'read-only fields may come along as they are, and are refused as anything else',
    steps: [
      created({ title: 'x' }),
      updated(
        {
          id: '$task.id',
          rev: '$task.rev',
          sync: '$task.sync',
          createdAt: '$task.createdAt',
          createdBy: '$task.createdBy',
          updatedAt: '$task.updatedAt',
          updatedBy: '$task.updatedBy',
          title: 'y',
        },
        { title: 'y', rev: 2 },
      ),
      refused(update({ rev: 7, createdBy: { kind: 'human', id: null }, title: 'z' }), [
        'rev',
        'createdBy',
      ]),
      refused(create({ title: 'x', id: '01ARZ3NDEKTSV4RRFFQ69G5FAV' }), ['id']),
    ],
  },
];
