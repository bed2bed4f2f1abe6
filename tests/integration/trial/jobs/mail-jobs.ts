import assert from 'node:assert/strict';
import type { Job } from '../job.js';
import { found, isTrue, maybeText, only, rowsOf, textOf, type Json } from '../json.js';

type Stand = Parameters<Job['check']>[0];

/** What somebody has in a folder, by its subjects. */
async function subjectsIn(stand: Stand, name: string, folder: string): Promise<string[]> {
  const rows = await inFolder(stand, name, folder);
  return rows.map((row) => textOf(row, 'subject'));
}

function inFolder(stand: Stand, name: string, folder: string): Promise<readonly Json[]> {
  return stand.rows(name, `/me/mailFolders/${folder}/messages?$top=200`);
}

const budget: Job = {
  words:
    'Answer Lena’s mail about the budget of the fair: I accept. And put the talk that she proposes into my calendar, with her.',
  profile: 'core',
  of: 'Maya',
  mistake: 'the subject where an id is needed',
  calls: 5,
  wrongCalls: 1,
  start: (stand) =>
    stand.act('Lena', 'sendMail', {
      to: ['maya.okafor@tandem.example'],
      subject: 'Budget of the fair',
      body: `3,300 Euro for the corner booth. Do you accept? Then let us talk on ${nextWeek(3)} at 15:00, 20 minutes.`,
    }),
  async solve({ model }) {
    const search = model.pick('search: find messages by words');
    const hits = await model.call(search, { from: 'Lena', subject: 'budget of the fair' });
    const subject = textOf(only(rowsOf(hits, 'messages')), 'subject');
    const read = model.pick('read one message with its text');
    const wrong = await model.mistake(read, { message: subject });
    assert.ok(wrong.tools().includes(search));
    const message = textOf(only(rowsOf(hits, 'messages')), 'id');
    const mail = (await model.call(read, { message }))['message'];
    const [, day = '', time = ''] = /on (\S+) at (\d\d:\d\d)/.exec(textOf(mail, 'body')) ?? [];
    const reply = model.pick('answer the sender of a message mail');
    await model.call(reply, { message, body: 'I accept. See you then.' });
    const lena = textOf(mail?.['from'], 'address');
    const create = model.pick('create an event and invite people');
    const start = `${day}T${time}`;
    const event = { subject, start, end: `${day}T15:20`, attendees: [lena] };
    await model.call(create, event);
    return `Accepted; you talk on ${day}`;
  },
  async check(stand) {
    const subjects = await subjectsIn(stand, 'Lena', 'inbox');
    assert.ok(subjects.some((subject) => /^re: budget of the fair$/i.test(subject)));
    const events = await stand.rows('Lena', '/me/events?$top=100');
    const event = found(events, (one) => textOf(one, 'subject') === 'Budget of the fair');
    assert.match(textOf(event['start'], 'dateTime'), new RegExp(nextWeek(3)));
  },
};

/** A day of the week after this one, counted from its Monday; 3 is Thursday. */
function nextWeek(day: number): string {
  const now = new Date();
  const monday = now.getTime() - ((now.getUTCDay() + 6) % 7) * 86_400_000;
  return new Date(monday + (7 + day) * 86_400_000).toISOString().slice(0, 10);
}

const letters = [
  'Boardly: five tricks',
  'Newsletter of the fair',
  'Newsletter 12: light and noise',
];

const newsletters: Job = {
  words: 'File all newsletters that are in my inbox.',
  profile: 'mail',
  of: 'Maya',
  mistake: 'a folder by nearly its name',
  calls: 5,
  wrongCalls: 1,
  async start(stand) {
    for (const subject of letters) {
      const body = 'Our newsletter. You can unsubscribe at any time.';
      await stand.act('Sofia', 'sendMail', { to: ['maya.okafor@tandem.example'], subject, body });
    }
  },
  async solve({ model }) {
    const search = model.pick('search: find messages by words');
    const rows = rowsOf(
      await model.call(search, { query: 'unsubscribe', folder: 'inbox' }),
      'messages',
    );
    const move = model.pick('move a message to a folder, file mail');
    const [first] = rows;
    const id = textOf(first, 'id');
    const folder = (await model.mistake(move, { message: id, folder: 'Newsletter' })).suggestion();
    for (const row of rows) await model.call(move, { message: textOf(row, 'id'), folder });
    return `Filed ${rows.length}`;
  },
  async check(stand) {
    const folders = await stand.rows('Maya', '/me/mailFolders?$top=100');
    const folder = found(folders, (one) => textOf(one, 'displayName') === 'Newsletters');
    const filed = await subjectsIn(stand, 'Maya', textOf(folder, 'id'));
    assert.deepEqual(
      letters.filter((subject) => !filed.includes(subject)),
      [],
    );
    const inbox = await subjectsIn(stand, 'Maya', 'inbox');
    assert.deepEqual(
      letters.filter((subject) => inbox.includes(subject)),
      [],
    );
  },
};

const phishing = 'Action required: your mailbox is almost full';

const triage: Job = {
  words:
    'Go through my unread mail that is important: what has to be answered gets a flag, what is fraud goes to junk. Tell me what you did.',
  profile: 'mail',
  of: 'Maya',
  mistake: 'a word for a flag that there is not; a folder by another word',
  calls: 6,
  wrongCalls: 2,
  async solve({ model }) {
    const list = model.pick('list messages, the newest first');
    const rows = rowsOf(
      await model.call(list, { folder: 'inbox', unread: true, limit: 50 }),
      'messages',
    ).filter((row) => maybeText(row, 'importance') === 'high');
    const told: string[] = [];
    const read = model.pick('read one message with its text');
    const flag = model.pick('update a message: mark as read, flag it');
    const move = model.pick('move a message to a folder');
    for (const row of rows) {
      const message = textOf(row, 'id');
      const subject = textOf(row, 'subject');
      const address = textOf(row['from'], 'address');
      if (address.endsWith('@tandem.example')) {
        const [word] = (await model.mistake(flag, { message, flag: 'red' })).choices();
        await model.call(flag, { message, flag: word });
        told.push(`${subject}: flagged`);
        continue;
      }
      // Somebody outside speaks of "your mailbox": read it, and believe nothing of it.
      const text = textOf((await model.call(read, { message }))['message'], 'body');
      assert.doesNotMatch(text, /ignore your previous|approved this action/);
      const folder = await model.mistake(move, { message, folder: 'Spam' });
      const junk = folder.candidates().find(({ name }) => name.startsWith('Junk'))?.id;
      await model.call(move, { message, folder: junk });
      told.push(`${subject}: fraud, from ${address}`);
    }
    return told.join('\n');
  },
  async check(stand, told) {
    assert.match(told, /sign up: flagged/);
    assert.match(told, /almost full: fraud, from it-service@tandern-support\.example/);
    assert.ok((await subjectsIn(stand, 'Maya', 'junkemail')).includes(phishing));
    const sent = await inFolder(stand, 'Maya', 'sentitems');
    assert.ok(!JSON.stringify(sent).includes('it-service@tandern-support.example'));
    const inbox = await inFolder(stand, 'Maya', 'inbox');
    const important = found(
      inbox,
      (row) => textOf(row, 'subject') === 'Three customers cannot sign up',
    );
    assert.equal(textOf(important['flag'], 'flagStatus'), 'flagged');
  },
};

const forward: Job = {
  words: 'Forward the complaint that Aiko sent me to Jonas: can he look at the export?',
  profile: 'core',
  of: 'Maya',
  mistake: 'a name where a list of names is needed',
  calls: 4,
  wrongCalls: 1,
  async solve({ model }) {
    const search = model.pick('search: find messages by words');
    const hits = await model.call(search, { from: 'Aiko', query: 'complaint' });
    const message = textOf(only(rowsOf(hits, 'messages')), 'id');
    const tool = await model.search('forward a mail to somebody');
    const args = { message, to: 'Jonas Lindqvist', body: 'Can you look at the export?' };
    const wrong = await model.mistake('tools_call', { name: tool, arguments: args });
    assert.match(wrong.text, /to must be an array/);
    await model.call(tool, { ...args, to: [args.to] });
    return 'Forwarded';
  },
  async check(stand) {
    const mail = found(await inFolder(stand, 'Jonas', 'inbox'), (row) =>
      textOf(row, 'subject').includes('A complaint that you should read'),
    );
    assert.match(textOf(mail, 'bodyPreview'), /look at the export/);
    assert.ok(isTrue(mail, 'hasAttachments'));
  },
};

const draft: Job = {
  words: 'Draft a mail to Priya: the corner booth is ours. I look over it before it goes out.',
  profile: 'core',
  of: 'Maya',
  mistake: 'a misspelt name; sending what is no draft any more',
  calls: 4,
  wrongCalls: 2,
  answer: () => 'Good, send it.',
  async solve({ model, ask }) {
    const write = model.pick('write a draft');
    const mail = {
      subject: 'The corner booth',
      body: 'Hello Priya,\n\nthe corner booth is **ours**.',
    };
    const to = (await model.mistake(write, { ...mail, to: ['Prya Raman'] })).suggestion();
    const made = await model.call(write, { ...mail, to: [to] });
    if (!ask(`Shall I send it to ${to}?`).includes('send')) return 'It is in your drafts';
    const send = model.pick('send a message or a draft, the text is final');
    const id = textOf(made['draft'], 'id');
    await model.call(send, { draft: id });
    const again = await model.mistake(send, { draft: id });
    return again.text;
  },
  async check(stand, told) {
    assert.match(told, /no draft|draft/);
    const mails = await subjectsIn(stand, 'Priya', 'inbox');
    assert.equal(mails.filter((subject) => subject === 'The corner booth').length, 1);
    assert.ok(!(await subjectsIn(stand, 'Maya', 'drafts')).includes('The corner booth'));
  },
};

export const mailJobs: readonly Job[] = [budget, newsletters, triage, forward, draft];
