import assert from 'node:assert/strict';
import type { Job } from '../job.js';
import { found, maybeText, rowsOf, textOf, type Json } from '../json.js';

type Stand = Parameters<Job['check']>[0];

/** Somebody's tasks of the list of that name. */
async function tasksIn(stand: Stand, name: string, list: string): Promise<readonly Json[]> {
  const lists = await stand.rows(name, '/me/todo/lists');
  const one = found(lists, (row) => textOf(row, 'displayName') === list);
  return stand.rows(name, `/me/todo/lists/${textOf(one, 'id')}/tasks?$expand=checklistItems`);
}

const reminder: Job = {
  words: 'Remind me tomorrow at nine to call the printer.',
  profile: 'core',
  of: 'Maya',
  mistake: 'a time in words',
  calls: 2,
  wrongCalls: 1,
  async solve({ model, days }) {
    const create = model.pick('create a personal task in to do');
    const task = { title: 'Call the printer' };
    const wrong = await model.mistake(create, { ...task, remindAt: 'tomorrow at nine' });
    assert.match(wrong.example(), /T\d\d:\d\d$/);
    const tomorrow = days.after(days.today, 1);
    await model.call(create, { ...task, dueAt: tomorrow, remindAt: `${tomorrow}T09:00` });
    return tomorrow;
  },
  async check(stand, told) {
    const task = found(
      await tasksIn(stand, 'Maya', 'Tasks'),
      (one) => textOf(one, 'title') === 'Call the printer',
    );
    const reminder = task['reminderDateTime'];
    assert.equal(textOf(reminder, 'timeZone'), 'UTC');
    const local = new Date(`${textOf(reminder, 'dateTime')}Z`).toLocaleString('sv-SE', {
      timeZone: 'Europe/Berlin',
    });
    assert.equal(local, `${told} 09:00:00`);
  },
};

const party: Job = {
  words:
    'I need a list Launch party with an important task “Book a room” that has the steps “Ask Sofia” and “Sign the offer”.',
  profile: 'tasks',
  of: 'Maya',
  mistake: 'an importance that there is not',
  calls: 5,
  wrongCalls: 1,
  async solve({ model }) {
    const make = model.pick('create a to do list');
    const list = 'Launch party';
    await model.call(make, { name: list });
    const create = model.pick('create a personal task in to do');
    const task = { title: 'Book a room', list };
    const wrong = await model.mistake(create, { ...task, importance: 'important' });
    const importance = among(wrong.choices(), 'high');
    const made = await model.call(create, { ...task, importance });
    const id = textOf(made['task'], 'id');
    const add = model.pick('add an item to the checklist of a to do task');
    for (const title of ['Ask Sofia', 'Sign the offer']) await model.call(add, { id, list, title });
    return 'Done';
  },
  async check(stand) {
    const [task] = await tasksIn(stand, 'Maya', 'Launch party');
    assert.equal(textOf(task, 'importance'), 'high');
    const steps = rowsOf(task, 'checklistItems').map((item) => textOf(item, 'displayName'));
    assert.deepEqual(steps.toSorted(), ['Ask Sofia', 'Sign the offer']);
  },
};

const agenda: Job = {
  words: 'The agenda for the stand-up is written, tick it off.',
  profile: 'core',
  of: 'Maya',
  mistake: 'the title where an id is needed',
  calls: 3,
  wrongCalls: 1,
  async solve({ model }) {
    const complete = model.pick('mark a to do task as done');
    const wrong = await model.mistake(complete, { id: 'Agenda for the stand-up' });
    const [list = ''] = wrong.tools().filter((name) => name.startsWith('todo_'));
    const tasks = rowsOf(await model.call(list, {}), 'tasks');
    const task = found(tasks, (one) => maybeText(one, 'title').startsWith('Agenda for'));
    await model.call(complete, { id: textOf(task, 'id') });
    return textOf(task, 'title');
  },
  async check(stand, told) {
    const task = found(
      await tasksIn(stand, 'Maya', 'Tasks'),
      (one) => textOf(one, 'title') === told,
    );
    assert.equal(textOf(task, 'status'), 'completed');
  },
};

function among(choices: readonly string[], wanted: string): string {
  if (choices.includes(wanted)) return wanted;
  throw new Error(`${wanted} is not among ${choices.join(', ')}`);
}

export const todoJobs: readonly Job[] = [reminder, party, agenda];
