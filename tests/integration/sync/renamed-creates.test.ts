import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startGraphLab, type GraphLab } from '../graph/graph-lab.js';
import { openSyncLab, plannerIdOf, type SyncLab } from './sync-lab.js';

let graph: GraphLab;
let lab: SyncLab;

beforeAll(async () => {
  graph = await startGraphLab();
});
afterAll(() => graph.close());
beforeEach(async () => {
  lab = await openSyncLab(graph);
});
afterEach(async () => {
  await graph.clearFaults();
  lab.leave();
});

const onPost = (kind: 'dropAnswer' | 'close') =>
  graph.addFault({
    match: { method: 'POST', path: '^/planner/tasks$', planId: lab.planId },
    effect: { kind },
    times: 1,
  });

/** Two creates without answers: the first never arrived, and the card of the second was renamed by a person. */
async function oneLostOneRenamed(titles: readonly [string, string], renamed: string) {
  await onPost('close');
  const lost = await lab.create({ title: titles[0] });
  await lab.sync([lost.id]);
  await onPost('dropAnswer');
  const made = await lab.create({ title: titles[1] });
  await lab.sync([made.id]);
  const [card] = await lab.board();
  await lab.editTask(card?.id ?? '', { title: renamed });
  await lab.takeOutbox();
  return { lost: lost.id, made: made.id, cardId: card?.id ?? '' };
}

const boardTitles = async () => (await lab.board()).map((task) => task.title).toSorted();

describe('of two creates without answers, one of which never arrived', () => {
  it('the other one is found again by what is left of its title', async () => {
    const titles = ['Call the printer', 'Draft the offer'] as const;
    const { lost, made, cardId } = await oneLostOneRenamed(titles, 'Draft the offer, second try');
    await lab.sync([made, lost]);
    await lab.settle();
    expect(plannerIdOf(await lab.read(made))).toBe(cardId);
    expect((await lab.read(lost)).title).toBe('Call the printer');
    expect(await boardTitles()).toEqual(['Call the printer', 'Draft the offer, second try']);
  });

  it('the other one’s card is not given to the one that never arrived', async () => {
    const { lost, made } = await oneLostOneRenamed(['Alpha', 'Beta'], 'Gamma');
    // The one whose card it is gives up first, and is made again.
    await lab.sync([made]);
    await lab.sync([lost]);
    await lab.sync([made, lost]);
    await lab.settle();
    expect((await lab.read(lost)).title).toBe('Alpha');
    expect((await lab.read(made)).title).toBe('Beta');
    expect(await boardTitles()).toEqual(['Alpha', 'Beta', 'Gamma']);
  });
});
