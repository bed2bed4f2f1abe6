import assert from 'node:assert/strict';
import type { Job } from '../job.js';
import { found, isTrue, maybeText, rowsOf, textOf, type Json } from '../json.js';

type Stand = Parameters<Job['check']>[0];

async function eventOf(stand: Stand, name: string, subject: string): Promise<Json> {
  const events = await stand.rows(name, '/me/events?$top=200');
  return found(events, (event) => textOf(event, 'subject') === subject);
}

const meet: Job = {
  words:
    'Who can meet on Thursday for 30 minutes: Emma, Jonas and I? Take the first time and invite them to “Passkeys for the launch”, online.',
  profile: 'core',
  of: 'Maya',
  mistake: 'a first name that two people have; another way to write how long',
  calls: 5,
  wrongCalls: 2,
  answer: (question) => (question.includes('Front-end engineer') ? 'The front-end engineer' : ''),
  async solve({ model, days, ask }) {
    const find = model.pick('find times at which people can meet');
    const day = days.next('thursday');
    const range = { start: `${day}T00:00`, end: `${days.after(day, 1)}T00:00` };
    const people = ['Emma', 'Jonas Lindqvist'];
    const wrong = await model.mistake(find, { people, ...range, duration: 30 });
    const unclear = await model.mistake(find, { people, ...range, [wrong.suggestion()]: 30 });
    assert.ok(unclear.candidates().length >= 2);
    const search = model.pick('find people by the beginning of a name');
    const asked = await model.call(search, { query: 'Emma' });
    const title = ask(textOf(asked, 'question')).toLowerCase();
    const emma = found(rowsOf(asked, 'people'), (one) =>
      title.includes(textOf(one, 'jobTitle').toLowerCase()),
    );
    const invited = [textOf(emma, 'id'), 'Jonas Lindqvist'];
    const times = await model.call(find, { people: invited, ...range, durationMinutes: 30 });
    const [time] = rowsOf(times, 'times');
    const create = model.pick('create an event and invite people');
    await model.call(create, {
      subject: 'Passkeys for the launch',
      start: textOf(time, 'start'),
      end: textOf(time, 'end'),
      attendees: invited,
      onlineMeeting: true,
    });
    return textOf(time, 'start');
  },
  async check(stand, told) {
    for (const name of ['Maya', 'Emma Novák', 'Jonas']) {
      const event = await eventOf(stand, name, 'Passkeys for the launch');
      const start = textOf(event['start'], 'dateTime');
      assert.equal(Date.parse(`${start}Z`), Date.parse(told));
      assert.ok(isTrue(event, 'isOnlineMeeting'));
    }
  },
};

const invitations: Job = {
  words:
    'Accept Priya’s last look at the press release, and say no to the trade fair meeting: I propose the same day at two.',
  profile: 'calendar',
  of: 'Maya',
  mistake: 'an answer in another form; a proposal with a yes',
  calls: 5,
  wrongCalls: 2,
  async solve({ model, days }) {
    const view = model.pick('list what takes place in a stretch of time');
    const range = { start: days.monday, end: days.after(days.monday, 21) };
    const events = rowsOf(await model.call(view, { ...range, limit: 100 }), 'events');
    const find = (words: string) =>
      found(events, (event) => maybeText(event, 'subject').includes(words));
    const press = textOf(find('Press release: last look'), 'id');
    const fair = find('Trade fair');
    const respond = model.pick('accept or decline an invitation');
    const wrong = await model.mistake(respond, { id: press, response: 'accepted' });
    const yes = wrong.suggestion();
    await model.call(respond, { id: press, response: yes });
    const proposedStart = `${textOf(fair, 'start').slice(0, 10)}T14:00`;
    const id = textOf(fair, 'id');
    const no = await model.mistake(respond, { id, response: yes, proposedStart });
    assert.match(no.text, /tentative or decline/);
    await model.call(respond, { id, response: 'decline', proposedStart });
    return 'Answered';
  },
  async check(stand) {
    const press = await eventOf(stand, 'Maya', 'Press release: last look');
    assert.equal(textOf(press['responseStatus'], 'response'), 'accepted');
    const fair = await eventOf(stand, 'Ingrid', 'Trade fair: booth and wall');
    const maya = found(rowsOf(fair, 'attendees'), (one) =>
      textOf(one['emailAddress'], 'name').startsWith('Maya'),
    );
    assert.equal(textOf(maya['status'], 'response'), 'declined');
    assert.match(textOf(maya['proposedNewTime']?.['start'], 'dateTime'), /T1[23]:00/);
  },
};

const oneOnOne: Job = {
  words: 'Move my next one-on-one with Tomás an hour back, only that one.',
  profile: 'calendar',
  of: 'Maya',
  mistake: 'a week and a time in other words',
  calls: 4,
  wrongCalls: 2,
  async solve({ model }) {
    const view = model.pick('list what takes place in a stretch of time');
    const wrong = await model.mistake(view, { week: 'coming' });
    assert.match(wrong.text, /this, next/);
    const events = rowsOf(await model.call(view, { week: 'next', limit: 100 }), 'events');
    const event = found(events, (one) => maybeText(one, 'subject').includes('Tomás'));
    const update = model.pick('change an event, move or rename');
    const start = textOf(event, 'start');
    const hour = String(Number(start.slice(11, 13)) + 1).padStart(2, '0');
    const id = textOf(event, 'id');
    const wordy = await model.mistake(update, { id, start: 'an hour later' });
    assert.match(wordy.example(), /T/);
    const moved = `${start.slice(0, 11)}${hour}${start.slice(13, 16)}`;
    await model.call(update, { id, start: moved });
    return moved;
  },
  async check(stand, told) {
    const day = told.slice(0, 10);
    const range = `startDateTime=${day}T00:00:00Z&endDateTime=${day}T23:00:00Z`;
    const events = await stand.rows('Tomás', `/me/calendarView?${range}`);
    const event = found(events, (one) => textOf(one, 'subject') === '1:1 Maya and Tomás');
    const local = new Date(`${textOf(event['start'], 'dateTime')}Z`).toLocaleTimeString('sv-SE', {
      timeZone: 'Europe/Berlin',
    });
    assert.equal(local, '12:00:00');
    const series = await eventOf(stand, 'Maya', '1:1 Maya and Tomás');
    assert.equal(textOf(series, 'type'), 'seriesMaster');
  },
};

const loadTest = 'Load test of the sign-up page';

const calledOff: Job = {
  words: 'Call the load test meeting off and tell everybody that it is postponed.',
  profile: 'calendar,core',
  of: 'Jonas',
  mistake: 'declining an event of one’s own',
  calls: 4,
  wrongCalls: 1,
  meanwhile: (stand) => stand.decide('approve'),
  async solve({ model, days, pause }) {
    const view = model.pick('list what takes place in a stretch of time');
    const range = { start: days.monday, end: days.after(days.monday, 14), limit: 100 };
    const events = rowsOf(await model.call(view, range), 'events');
    const id = textOf(
      found(events, (one) => maybeText(one, 'subject') === loadTest),
      'id',
    );
    const respond = model.pick('accept or decline an invitation');
    const wrong = await model.mistake(respond, { id, response: 'decline' });
    const [cancel = ''] = wrong.tools();
    const { approval } = await model.call(cancel, { id, message: 'It is postponed.' });
    await pause();
    const wait = { id: textOf(approval, 'id'), timeoutSeconds: 20 };
    const seen = await model.call('approvals_wait', wait);
    return textOf(seen['approval'], 'state');
  },
  async check(stand, told) {
    assert.equal(told, 'done');
    const events = await stand.rows('Jonas', '/me/events?$top=200');
    assert.ok(!events.some((one) => textOf(one, 'subject') === loadTest));
    const inbox = await stand.rows('Samuel', '/me/mailFolders/inbox/messages?$top=50');
    const note = found(inbox, (one) => textOf(one, 'subject').includes(loadTest));
    assert.match(textOf(note, 'bodyPreview'), /postponed/);
  },
};

export const calendarJobs: readonly Job[] = [meet, invitations, oneOnOne, calledOff];
