import assert from 'node:assert/strict';
import type { Job } from '../job.js';
import { found, maybeText, rowsOf, textOf } from '../json.js';

const week: Job = {
  words: 'Plan my week. … Good, block an hour for the most urgent thing tomorrow at four.',
  profile: 'core',
  of: 'Maya',
  mistake: 'a source of work by another word',
  calls: 4,
  wrongCalls: 1,
  answer: (question) => (question.includes('Answer Priya about the quote') ? 'Good' : 'No'),
  async solve({ model, days, ask }) {
    const work = model.pick('list what somebody has to do, to plan a week');
    const wrong = await model.mistake(work, { sources: ['planner', 'todos', 'mail'] });
    assert.match(wrong.text, /planner, todo, mail/);
    const todo = rowsOf(await model.call(work, {}), 'work').filter(
      (one) => maybeText(one, 'dueAt') !== '',
    );
    const view = model.pick('list what takes place in a stretch of time');
    const tomorrow = days.after(days.today, 1);
    const range = { start: days.today, end: days.after(days.today, 7) };
    const events = rowsOf(await model.call(view, range), 'events');
    const lines = [
      ...todo.map((one) => textOf(one, 'title')),
      ...events.map((one) => maybeText(one, 'subject')),
    ];
    if (ask(`${lines.join('\n')}\nShall I block an hour?`) !== 'Good') return 'Nothing is blocked';
    const create = model.pick('create an event and invite people');
    const subject = `Focus: ${textOf(todo[0], 'title')}`;
    const times = { start: `${tomorrow}T16:00`, end: `${tomorrow}T17:00` };
    await model.call(create, { subject, ...times, showAs: 'busy' });
    return subject;
  },
  async check(stand, told) {
    const events = await stand.rows('Maya', '/me/events?$top=200');
    const event = found(events, (one) => textOf(one, 'subject') === told);
    const [start, end] = [event['start'], event['end']].map((one) =>
      Date.parse(`${textOf(one, 'dateTime')}Z`),
    );
    assert.equal((end ?? 0) - (start ?? 0), 3_600_000);
  },
};

const friday: Job = {
  words: 'What waits for me until Friday?',
  profile: 'core-readonly',
  of: 'Maya',
  mistake: 'a day in words',
  calls: 2,
  wrongCalls: 1,
  async solve({ model, days }) {
    const work = model.pick('list what somebody has to do');
    const wrong = await model.mistake(work, { until: 'Friday' });
    assert.match(wrong.text, /until/);
    assert.match(wrong.example(), /^\d{4}-\d\d-\d\d$/);
    const rows = rowsOf(await model.call(work, { until: days.next('friday') }), 'work');
    return rows.map((one) => `${textOf(one, 'source')}: ${textOf(one, 'title')}`).join('\n');
  },
  async check(_stand, told) {
    // Of each place something, and nothing that is done or due later.
    assert.match(told, /^planner: Book the booth at the logistics fair$/m);
    assert.match(told, /^mail: Corner booth 4\.12/m);
    assert.doesNotMatch(told, /Agenda for the launch stand-up|Posts for the launch week/);
  },
};

const karim: Job = {
  words: 'Who is Karim’s boss, and can I reach her now?',
  profile: 'directory',
  of: 'Maya',
  mistake: 'a first name alone',
  calls: 3,
  wrongCalls: 1,
  async solve({ model }) {
    const manager = model.pick('whom somebody reports to');
    const [who] = (await model.mistake(manager, { person: 'Karim' })).candidates();
    const found1 = (await model.call(manager, { person: who?.id }))['manager'];
    const presence = model.pick('whether people are available, busy or away');
    const name = textOf(found1, 'name');
    const [now] = rowsOf(await model.call(presence, { people: [name] }), 'people');
    return `${name}: ${textOf(now, 'availability')}`;
  },
  async check(stand, told) {
    const manager = await stand.read('Karim', '/me/manager');
    const presence = await stand.read('Maya', `/users/${textOf(manager, 'id')}/presence`);
    assert.equal(told, `${textOf(manager, 'displayName')}: ${textOf(presence, 'availability')}`);
  },
};

const document: Job = {
  words: 'Find the document about the launch plan and tell me how it begins.',
  profile: 'core',
  of: 'Maya',
  mistake: 'a tool by another name',
  calls: 5,
  wrongCalls: 1,
  async solve({ model }) {
    const search = await model.search('search a document, a file');
    const files = rowsOf(await model.call(search, { query: 'launch plan' }), 'items');
    const file = found(files, (one) => textOf(one, 'name').startsWith('Launch plan'));
    const wrong = await model.mistake('files_read', { id: textOf(file, 'id') });
    const read = wrong.text.includes('did you mean')
      ? wrong.suggestion()
      : await model.search('read the text of a document');
    const { text } = await model.call(read, { id: textOf(file, 'id'), limit: 300 });
    return String(text);
  },
  async check(_stand, told) {
    assert.match(told, /^# Launch of Tandem 2/);
    assert.match(told, /second Tuesday of next month/);
  },
};

const cards = 'Cards for the fair';

const missing: Job = {
  words: `Why is “${cards}” not on the board in Planner? Put it right.`,
  profile: 'core',
  of: 'Maya',
  mistake: 'the title where an id is needed',
  calls: 6,
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

export const workJobs: readonly Job[] = [week, friday, karim, document, missing];
