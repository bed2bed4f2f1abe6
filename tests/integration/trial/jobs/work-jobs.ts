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
    // Of each place something, and nothing that is due later or somebody else's.
    assert.match(told, /^planner: Book the booth at the logistics fair$/m);
    assert.match(told, /^mail: Corner booth 4\.12/m);
    assert.match(told, /^todo: Agenda for the launch stand-up$/m);
    assert.doesNotMatch(told, /Book a room|Posts for the launch week/);
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
    const manager = model.pick('tell whom somebody reports to, who decides');
    const [who] = (await model.mistake(manager, { person: 'Karim' })).candidates();
    const found1 = (await model.call(manager, { person: who?.id }))['manager'];
    const presence = model.pick('whether people are available, busy or away');
    const name = textOf(found1, 'name');
    const [now] = rowsOf(await model.call(presence, { people: [name] }), 'presences');
    return `${name}: ${textOf(now, 'availability')}`;
  },
  async check(stand, told) {
    const { id, displayName } = stand.place.person('Aiko');
    const presence = await stand.read('Maya', `/users/${id}/presence`);
    assert.equal(told, `${displayName}: ${textOf(presence, 'availability')}`);
  },
};

const document: Job = {
  words: 'Find the document about the launch plan and tell me how it begins.',
  profile: 'core',
  of: 'Maya',
  mistake: 'a tool by another name',
  calls: 4,
  wrongCalls: 1,
  async solve({ model }) {
    const search = await model.search('search a document, a file');
    const files = rowsOf(await model.call(search, { query: 'launch plan' }), 'items');
    const file = found(files, (one) => textOf(one, 'name').startsWith('Launch plan'));
    const wrong = await model.mistake('files_read', { id: textOf(file, 'id') });
    const read = wrong.suggestion();
    return textOf(await model.call(read, { id: textOf(file, 'id'), limit: 300 }), 'text');
  },
  async check(_stand, told) {
    assert.match(told, /^# Launch of Tandem 2/);
    assert.match(told, /second Tuesday of next month/);
  },
};

export const workJobs: readonly Job[] = [friday, week, karim, document];
