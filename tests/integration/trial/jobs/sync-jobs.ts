import assert from 'node:assert/strict';
import type { Job } from '../job.js';
import { found, rowsOf, textOf } from '../json.js';

const cards = 'Cards for the fair';

const missing: Job = {
  words: `Why is “${cards}” not on the board in Planner? Put it right.`,
  profile: 'core',
  of: 'Maya',
  mistake: 'the title where an id is needed',
  calls: 5,
  wrongCalls: 1,
  async start(stand) {
    await stand.sync();
    await stand.askServer('sync_pause', {});
    await stand.askServer('task_create', { title: cards });
    await stand.sync();
  },
  meanwhile: (stand) => stand.sync(),
  async solve({ model, pause }) {
    const explain = model.pick('explain why a task is as it is');
    const wrong = await model.mistake(explain, { id: cards });
    const [list = ''] = wrong.tools();
    const tasks = rowsOf(await model.call(list, {}), 'tasks');
    const id = textOf(
      found(tasks, (one) => textOf(one, 'title') === cards),
      'id',
    );
    const why = await model.call(explain, { id });
    const summary = rowsOf(why, 'summary').map(String).join(' ');
    const [resume = ''] = /sync_resume/.exec(`${summary} ${textOf(why['next'], 'text')}`) ?? [];
    await model.call(resume, {});
    await pause();
    const after = await model.call(explain, { id });
    return `${summary}\n${textOf(after['task'], 'state')}`;
  },
  async check(stand, told) {
    assert.match(told, /paused/);
    assert.match(told, /synced$/);
    const tasks = await stand.tasksOf('Product launch');
    assert.ok(tasks.some((one) => textOf(one, 'title') === cards));
  },
};

export const syncJobs: readonly Job[] = [missing];
