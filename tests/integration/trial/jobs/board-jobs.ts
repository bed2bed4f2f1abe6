import assert from 'node:assert/strict';
import type { Job } from '../job.js';
import { found, isTrue, maybeText, numberOf, only, rowsOf, textOf } from '../json.js';

/** Whether a task of Graph is due on that day in Berlin. */
function isDueOn(dueDateTime: string, day: string): boolean {
  const zone = { timeZone: 'Europe/Berlin' };
  return new Intl.DateTimeFormat('sv-SE', zone).format(new Date(dueDateTime)) === day;
}

const late: Job = {
  words:
    'Move everything overdue in Marketing to next Monday and tell its owners in the channel of the team.',
  profile: 'core',
  of: 'Maya',
  mistake: 'a day in words; a channel that there is not',
  calls: 6,
  wrongCalls: 2,
  async solve({ model, days }) {
    const list = model.pick('list tasks of one plan that are late');
    const tasks = rowsOf(await model.call(list, { plan: 'Marketing', overdue: true }), 'tasks');
    const bulk = model.pick('bulk: the same change to many tasks');
    const where = { plan: 'Marketing', overdue: true };
    const wrong = await model.mistake(bulk, { where, set: { dueAt: 'next Monday' }, dryRun: true });
    assert.match(wrong.example(), /^\d{4}-\d\d-\d\d/);
    const monday = days.next('monday');
    const change = { where, set: { dueAt: monday } };
    const dry = await model.call(bulk, { ...change, dryRun: true });
    assert.match(textOf(dry['dryRun'], 'effect'), new RegExp(`of ${tasks.length} tasks`));
    const done = await model.call(bulk, change);
    const owners = new Set(
      tasks.flatMap((task) => rowsOf(task, 'assignees').map((person) => textOf(person, 'name'))),
    );
    const post = model.pick('begin a thread in a channel of a team');
    const names = [...owners].map((name) => `@${name}`).join(', ');
    const text = `${names}: what was late is due on ${monday} now.`;
    const noChannel = await model.mistake(post, { team: 'Marketing', channel: 'Marketing', text });
    const channel = noChannel.candidates().find(({ name }) => name === 'General')?.id;
    await model.call(post, { team: 'Marketing', channel, text });
    return `Moved ${numberOf(done, 'changed')} tasks and told ${[...owners].join(', ')}`;
  },
  async check(stand, told) {
    const tasks = await stand.tasksOf('Marketing');
    const open = tasks.filter((task) => numberOf(task, 'percentComplete') < 100);
    const now = new Date().toISOString();
    const isLate = (due: string) => due !== '' && due < now && !isDueOn(due, now.slice(0, 10));
    assert.deepEqual(
      open.filter((task) => isLate(maybeText(task, 'dueDateTime'))),
      [],
    );
    assert.match(told, /^Moved 4 tasks/);
    const teams = await stand.rows('Maya', '/me/joinedTeams');
    const team = textOf(
      found(teams, (one) => textOf(one, 'displayName') === 'Marketing'),
      'id',
    );
    const channels = await stand.rows('Maya', `/teams/${team}/channels`);
    const general = found(channels, (one) => textOf(one, 'displayName') === 'General');
    const path = `/teams/${team}/channels/${textOf(general, 'id')}/messages`;
    const [newest] = await stand.rows('Maya', path);
    const mentioned = rowsOf(newest, 'mentions').map((one) => textOf(one, 'mentionText'));
    assert.deepEqual(mentioned.toSorted(), [
      'Emma Whitfield',
      'Maya Okafor',
      'Priya Raman',
      'Tomás Herrera',
    ]);
  },
};

const steps = ['Call them', 'Write it down', 'Thank them'];

const checklist: Job = {
  words: `Add the steps ${steps.join(', ')} to the task about the launch feedback, and give it to Priya.`,
  profile: 'core',
  of: 'Maya',
  mistake: 'a tool that is not listed, by nearly its name; a first name alone',
  calls: 7,
  wrongCalls: 2,
  async solve({ model }) {
    const search = model.pick('find tasks by words of their title');
    const task = only(rowsOf(await model.call(search, { query: 'launch feedback' }), 'tasks'));
    const id = textOf(task, 'id');
    const [first] = steps;
    const wrong = await model.mistake('planner_add_checklist', { id, title: first });
    const add = wrong.suggestion();
    for (const title of steps) await model.call(add, { id, title });
    const update = model.pick('planner: update one task, leave the rest of it');
    const [priya, ...others] = (
      await model.mistake(update, { id, assign: ['Priya'] })
    ).candidates();
    assert.deepEqual(others, []);
    await model.call(update, { id, assign: [priya?.id] });
    return 'Done';
  },
  async check(stand) {
    const tasks = await stand.tasksOf('Product launch');
    const task = found(tasks, (one) => textOf(one, 'title').startsWith('Collect launch feedback'));
    const details = await stand.read('Maya', `/planner/tasks/${textOf(task, 'id')}/details`);
    const rows = Object.values(details['checklist'] ?? {}).map((row) => textOf(row, 'title'));
    assert.deepEqual(rows.toSorted(), steps.toSorted());
    assert.deepEqual(Object.keys(task['assignments'] ?? {}), [stand.place.person('Priya').id]);
  },
};

async function labelsOf(stand: Parameters<Job['check']>[0], title: string): Promise<string[]> {
  const task = found(
    await stand.tasksOf('Product launch'),
    (one) => textOf(one, 'title') === title,
  );
  return Object.keys(task['appliedCategories'] ?? {});
}

const flowers = 'Order the flowers for the launch';

const urgent: Job = {
  words:
    'Put the label Urgent on everything in Product launch that is due this week and not done. Show me first what changes.',
  profile: 'core',
  of: 'Maya',
  mistake: 'a label that the plan does not have',
  calls: 3,
  wrongCalls: 1,
  async start(stand) {
    const [task] = await stand.tasksOf('Product launch');
    const dueDateTime = new Date().toISOString();
    const body = { planId: textOf(task, 'planId'), title: flowers, dueDateTime };
    await stand.write('Maya', 'POST', '/planner/tasks', body);
  },
  answer: (question) => (question.includes(flowers) ? 'Yes, go ahead' : 'No, flowers are missing'),
  async solve({ model, days, ask }) {
    const bulk = model.pick('bulk: the same change to many tasks');
    const where = {
      plan: 'Product launch',
      progress: ['notStarted', 'inProgress'],
      dueAfter: days.monday,
      dueBefore: days.after(days.monday, 7),
    };
    const misspelt = { where, set: { addLabels: ['Urgnt'] }, dryRun: true };
    const label = (await model.mistake(bulk, misspelt)).suggestion();
    const change = { where, set: { addLabels: [label] } };
    const { dryRun } = await model.call(bulk, { ...change, dryRun: true });
    const titles = rowsOf(dryRun?.['details'], 'tasks').map((task) => textOf(task, 'title'));
    const answer = ask(`${textOf(dryRun, 'effect')}: ${titles.join(', ')}?`);
    if (!answer.startsWith('Yes')) return 'Not done';
    const done = await model.call(bulk, change);
    return `Labelled ${numberOf(done, 'changed')}`;
  },
  async check(stand, told) {
    assert.match(told, /^Labelled [1-9]/);
    assert.deepEqual(await labelsOf(stand, flowers), ['category1']);
  },
};

const undone: Job = {
  words: 'Undo that: no new Urgent labels, please.',
  profile: 'core',
  of: 'Maya',
  mistake: 'an action that there is not',
  calls: 4,
  wrongCalls: 1,
  async solve({ model }) {
    const undo = await model.search('undo what was done');
    const wrong = await model.mistake('tools_call', {
      name: undo,
      arguments: { actionId: 'last' },
    });
    const list = among(wrong.tools(), 'actions_list');
    const actions = rowsOf(await model.call(list, { limit: 5 }), 'actions');
    const action = found(actions, (one) => textOf(one, 'operation').includes('bulk'));
    const done = await model.call(undo, { actionId: textOf(action, 'actionId') });
    return textOf(done, 'operation');
  },
  async check(stand) {
    assert.deepEqual(await labelsOf(stand, flowers), []);
  },
};

const press: Job = {
  words:
    'On the card of the press release: the customer has approved the quote, tick that. And link the draft, https://design.tandem.example/press.',
  profile: 'tasks',
  of: 'Maya',
  mistake: 'a row of the checklist by other words',
  calls: 4,
  wrongCalls: 1,
  async solve({ model }) {
    const search = model.pick('find tasks by words of their titles');
    const found1 = await model.call(search, { query: 'press release', plan: 'Product launch' });
    const id = textOf(only(rowsOf(found1, 'tasks')), 'id');
    const tick = model.pick('planner: update a row of the checklist of a task, check it');
    const wrong = await model.mistake(tick, { id, item: 'Quote', checked: true });
    const item = wrong.candidates().find(({ name }) => name.includes('approved'))?.id;
    await model.call(tick, { id, item, checked: true });
    const link = model.pick('attaches a link to a task, documents');
    await model.call(link, { id, url: 'https://design.tandem.example/press', title: 'Draft' });
    return 'Done';
  },
  async check(stand) {
    const tasks = await stand.tasksOf('Product launch');
    const task = found(tasks, (one) => textOf(one, 'title') === 'Write the press release');
    const details = await stand.read('Maya', `/planner/tasks/${textOf(task, 'id')}/details`);
    const rows = Object.values(details['checklist'] ?? {});
    const ticked = rows.filter((row) => isTrue(row, 'isChecked'));
    assert.deepEqual(
      ticked.map((row) => textOf(row, 'title')),
      ['Quote approved by the customer'],
    );
    assert.deepEqual(Object.keys(details['references'] ?? {}), [
      'https%3A//design%2Etandem%2Eexample/press',
    ]);
  },
};

const board: Job = {
  words:
    'Make a board Spring campaign for Marketing with the columns Ideas, Doing and Finished, and put "Book the photographer" into Ideas.',
  profile: 'tasks',
  of: 'Maya',
  mistake: 'a group by nearly its name',
  calls: 6,
  wrongCalls: 1,
  async solve({ model }) {
    const create = model.pick('create a plan, a new board, in a group');
    const title = 'Spring campaign';
    const group = (await model.mistake(create, { title, group: 'Markting' })).suggestion();
    const plan = (await model.call(create, { title, group }))['plan'];
    const column = model.pick('add a bucket, a column, to a plan');
    for (const name of ['Finished', 'Doing', 'Ideas']) {
      await model.call(column, { plan: textOf(plan, 'id'), name });
    }
    const task = model.pick('planner create a task in a plan, synced or not');
    await model.call(task, { plan: title, bucket: 'Ideas', title: 'Book the photographer' });
    return 'Done';
  },
  async check(stand) {
    const [task] = await stand.tasksOf('Spring campaign');
    assert.equal(textOf(task, 'title'), 'Book the photographer');
    const buckets = await stand.rows('Maya', `/planner/plans/${textOf(task, 'planId')}/buckets`);
    const bucket = found(buckets, (one) => textOf(one, 'id') === textOf(task, 'bucketId'));
    assert.equal(textOf(bucket, 'name'), 'Ideas');
    const names = buckets.map((one) => textOf(one, 'name'));
    assert.ok(['Ideas', 'Doing', 'Finished'].every((name) => names.includes(name)));
  },
};

const podcast = 'A podcast with customers?';

const stale: Job = {
  words: 'What is the task about the podcast? … Fine, Emma Whitfield does it, and it has begun.',
  profile: 'core',
  of: 'Maya',
  mistake: 'the id of a task that somebody has meanwhile deleted and made anew',
  calls: 4,
  wrongCalls: 1,
  async meanwhile(stand) {
    const task = found(await stand.tasksOf('Marketing'), (one) => textOf(one, 'title') === podcast);
    const path = `/planner/tasks/${textOf(task, 'id')}`;
    await stand.remove('Maya', path);
    const body = { planId: textOf(task, 'planId'), title: podcast };
    await stand.write('Maya', 'POST', '/planner/tasks', body);
  },
  async solve({ model, pause }) {
    const search = model.pick('find tasks by words of their titles');
    const find = async () =>
      textOf(only(rowsOf(await model.call(search, { query: 'podcast' }), 'tasks')), 'id');
    const id = await find();
    await pause();
    const update = model.pick('planner: update one task, leave the rest of it');
    const change = { assign: ['Emma Whitfield'], percentComplete: 50 };
    const wrong = await model.mistake(update, { id, ...change });
    assert.ok(wrong.tools().includes(search));
    await model.call(update, { id: await find(), ...change });
    return 'Done';
  },
  async check(stand) {
    const task = only(
      (await stand.tasksOf('Marketing')).filter((one) => textOf(one, 'title') === podcast),
    );
    assert.equal(numberOf(task, 'percentComplete'), 50);
    const { id } = stand.place.person('Emma Whitfield');
    assert.deepEqual(Object.keys(task['assignments'] ?? {}), [id]);
  },
};

function among(names: readonly string[], wanted: string): string {
  if (names.includes(wanted)) return wanted;
  throw new Error(`${wanted} is not among ${names.join(', ')}`);
}

export const boardJobs: readonly Job[] = [late, checklist, urgent, undone, press, board, stale];
