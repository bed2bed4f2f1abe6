import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { createNameBook, type NameBook } from '../../../src/metadata/name-book.js';
import { startGraphLab, type GraphLab, type LabPlan } from '../graph/graph-lab.js';
import { clearRequests, openMetadataLab, requestsTo, type MetadataLab } from './metadata-lab.js';

let graph: GraphLab;
let lab: MetadataLab;
let plan: LabPlan;
let nowMs: number;
let names: NameBook;

beforeAll(async () => {
  graph = await startGraphLab();
});
afterAll(() => graph.close());
beforeEach(async () => {
  lab = openMetadataLab(graph);
  plan = await graph.makePlan({ buckets: ['To do'] });
  nowMs = Date.now();
  const { redis, keys } = lab;
  const cache = lab.replica({ now: () => nowMs });
  names = createNameBook({ redis, keys, cache, gateway: graph.connect().gateway });
});
afterEach(() => lab.close());

const fifty = async (ask: () => Promise<{ readonly kind: string }>) => {
  const found = await Promise.all(Array.from({ length: 50 }, ask));
  return [...new Set(found.map(({ kind }) => kind))];
};
const askedOf = async (path: string) => (await requestsTo(graph, path)).length;
const askedOfPlan = () => askedOf(`/planner/plans/${plan.id}`);
const newBucket = () => names.bucket(plan.id, 'Made just now');

it('a bucket that is new to us costs one reading of its plan, however many name it at once', async () => {
  await names.bucket(plan.id, 'To do');
  const oneReading = await askedOfPlan();
  await graph.asPerson('POST', '/planner/buckets', {
    name: 'Made just now',
    planId: plan.id,
    orderHint: ' !',
  });
  nowMs += 6_000;
  await clearRequests(graph);
  expect(await fifty(newBucket)).toEqual(['one']);
  expect(await askedOfPlan()).toBe(oneReading);
});

it('a bucket that its plan did not have a moment ago costs nothing', async () => {
  await names.bucket(plan.id, 'To do');
  await clearRequests(graph);
  expect(await fifty(newBucket)).toEqual(['none']);
  expect(await askedOfPlan()).toBe(0);
});

it('a person whom nobody knows is searched for once, however many name them at once', async () => {
  await clearRequests(graph);
  await names.person('Nobody Whatsoever');
  const oneSearch = await askedOf('/users');
  expect(oneSearch).toBeGreaterThan(0);
  await clearRequests(graph);
  expect(await fifty(() => names.person('Nobody  Whatsoever '))).toEqual(['none']);
  expect(await askedOf('/users')).toBe(oneSearch);
});
