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

const banner = 'Banner for the booth';

const full: Job = {
  words:
    'Something has not reached Planner. Find out what and why, and try it again when I have put it right.',
  profile: 'sync',
  of: 'Maya',
  mistake: 'a plan by nearly its title',
  calls: 4,
  wrongCalls: 1,
  async start(stand) {
    await stand.place.control('PUT', '/settings', { limits: { tasksInPlan: 1 } });
    await stand.askServer('task_create', { title: banner });
    await stand.sync();
  },
  async meanwhile(stand) {
    await stand.place.control('PUT', '/settings', { limits: { tasksInPlan: 9_000 } });
    await stand.sync();
  },
  answer: (question) => (question.includes('as many tasks as Planner allows') ? 'I made room' : ''),
  async solve({ model, ask, pause }) {
    const list = model.pick('list sync failures');
    const planId = (await model.mistake(list, { planId: 'Product lanch' })).suggestion();
    const [failure] = rowsOf(await model.call(list, { planId }), 'failures');
    const title = textOf(failure, 'title');
    if (ask(`${title}: ${textOf(failure, 'advice')}`) === '') return 'Nothing is done';
    const retry = model.pick('try failed tasks again');
    await model.call(retry, { id: textOf(failure, 'taskId') });
    await pause();
    const left = rowsOf(await model.call(list, { planId }), 'failures');
    return `${title}: ${left.length} left`;
  },
  async check(stand, told) {
    assert.equal(told, `${banner}: 0 left`);
    const tasks = await stand.tasksOf('Product launch');
    assert.equal(tasks.filter((one) => textOf(one, 'title') === banner).length, 1);
  },
};

export const syncJobs: readonly Job[] = [missing, full];
