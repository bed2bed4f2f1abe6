import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentOf, differingFields } from '../../../src/domain/content.js';
import type { GraphLab } from '../graph/graph-lab.js';
import { startGraphLab } from '../graph/graph-lab.js';
import type { SyncLab } from './sync-lab.js';
import { openSyncLab, plannerIdOf } from './sync-lab.js';

let graph: GraphLab;
let lab: SyncLab;

beforeAll(async () => {
  graph = await startGraphLab({ checklistEditMovesTaskEtag: true });
  lab = await openSyncLab(graph);
});
afterAll(async () => {
  lab.leave();
  await graph.close();
});

describe('texts of every kind', () => {
  const texts = {
    'a long one': 'Zeile\n'.repeat(5_000).slice(0, 32_768),
    emoji: '👩‍👩‍👧‍👦 🏳️‍🌈 e\u0301 é',
    'right to left': 'שלום \u202eabc\u202c مرحبا',
    'line ends': 'a\r\nb\nc\rd\n\n\r\n',
    'white space': '  \t a \u00a0\u2003\ufeff ',
    code: '</script> {"a":"\\u0000"} %25 \\ud800 `$1` \u2028\u2029',
  };

  it.each(Object.entries(texts))('%s goes to Planner and back as it is', async (_, text) => {
    const title = text.trim().slice(0, 80).trim();
    const people = graph.people.map((one) => one.id).slice(0, 20);
    const { id } = await lab.create({
      title,
      description: text,
      assigneeIds: people,
      checklist: [{ title }],
      references: [{ url: 'https://a.example/%C3%A9?q=%2E#@:é', alias: title }],
    });
    const sent = contentOf(await lab.read(id));
    await lab.settle();
    const document = await lab.read(id);
    const plannerId = plannerIdOf(document);
    expect(differingFields(sent, contentOf(document))).toEqual(['bucketId']);
    expect(document).toMatchObject({ rev: 1, sync: { state: 'synced' } });
    expect(differingFields(contentOf(document), await lab.plannerContent(plannerId))).toEqual([]);
    expect(
      await lab.writesDuring(async () => {
        await lab.sync([id]);
        await lab.settle();
      }),
    ).toBe(0);

    await lab.editDetails(plannerId, { description: `${text}.` });
    await lab.editTask(plannerId, { title: `${title}.` });
    await lab.settle();
    expect(await lab.read(id)).toMatchObject({ title: `${title}.`, description: `${text}.` });
  });
});
