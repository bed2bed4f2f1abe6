import assert from 'node:assert/strict';
import type { Job } from '../job.js';
import { found, maybeText, only, rowsOf, textOf, type Json } from '../json.js';

type Stand = Parameters<Job['check']>[0];

async function messagesIn(stand: Stand, name: string, team: string, channel: string) {
  const teams = await stand.rows(name, '/me/joinedTeams');
  const id = textOf(
    found(teams, (one) => textOf(one, 'displayName') === team),
    'id',
  );
  const channels = await stand.rows(name, `/teams/${id}/channels`);
  const place = found(channels, (one) => textOf(one, 'displayName') === channel);
  const path = `/teams/${id}/channels/${textOf(place, 'id')}/messages`;
  return { path, messages: await stand.rows(name, path) };
}

const contentOf = (message: Json | undefined): string => textOf(message?.['body'], 'content');

const release: Job = {
  words:
    'Tell the Engineering team in their channel for releases that the freeze begins at noon, and mention Samuel.',
  profile: 'core',
  of: 'Jonas',
  mistake: 'a channel by nearly its name',
  calls: 3,
  wrongCalls: 1,
  meanwhile: (stand) => stand.decide('approve', 'Fine'),
  async solve({ model, pause }) {
    const post = model.pick('begin a thread in a channel of a team');
    const text = '@Samuel Adeyemi, the freeze begins at **noon**.';
    const wrong = await model.mistake(post, {
      team: 'Engineering',
      channel: 'Release',
      body: text,
    });
    const channel = wrong.suggestion();
    const { approval } = await model.call(post, { team: 'Engineering', channel, body: text });
    const [, wait = ''] = /(\w+) waits for that/.exec(textOf(approval, 'message')) ?? [];
    await pause();
    const seen = await model.call(wait, { id: textOf(approval, 'id'), timeoutSeconds: 20 });
    return textOf(seen['approval'], 'state');
  },
  async check(stand, told) {
    assert.equal(told, 'done');
    const { messages } = await messagesIn(stand, 'Jonas', 'Engineering', 'Releases');
    const [newest] = messages;
    assert.match(contentOf(newest), /noon/);
    assert.equal(textOf(only(rowsOf(newest, 'mentions')), 'mentionText'), 'Samuel Adeyemi');
  },
};

const refused: Job = {
  words: 'Write to Karim that his vacation is approved.',
  profile: 'core',
  of: 'Jonas',
  mistake: 'sending it again after a person has said no',
  calls: 3,
  wrongCalls: 1,
  meanwhile: (stand) => stand.decide('refuse', 'Aiko decides about his vacation'),
  async solve({ model, pause }) {
    const send = model.pick('send a message, mail');
    const mail = {
      to: ['Karim Haddad'],
      subject: 'Your vacation',
      body: 'It is approved.',
      idempotencyKey: 'vacation of Karim',
    };
    const { approval } = await model.call(send, mail);
    await pause();
    const look = model.pick('whether a person has approved');
    const seen = (await model.call(look, { id: textOf(approval, 'id') }))['approval'];
    const wrong = await model.mistake(send, mail);
    assert.match(wrong.text, /Do not try it again/);
    return `Not sent: ${textOf(seen, 'comment')}`;
  },
  async check(stand, told) {
    assert.equal(told, 'Not sent: Aiko decides about his vacation');
    const inbox = await stand.rows('Karim', '/me/mailFolders/inbox/messages?$top=200');
    assert.ok(!inbox.some((row) => maybeText(row, 'subject') === 'Your vacation'));
  },
};

const booth: Job = {
  words:
    'What did Priya say about the booth in the trade fair channel? Answer there that we take it.',
  profile: 'teams',
  of: 'Maya',
  mistake: 'an answer without saying to which post',
  calls: 4,
  wrongCalls: 1,
  async solve({ model }) {
    const list = model.pick('list the posts, messages of a channel');
    const place = { team: 'Marketing', channel: 'Trade fair' };
    const posts = rowsOf(await model.call(list, place), 'messages');
    const post = found(posts, (one) => maybeText(one, 'subject').includes('Booth'));
    const replies = model.pick('list the replies to a post');
    const message = textOf(post, 'id');
    const said = found(
      rowsOf(await model.call(replies, { ...place, message }), 'messages'),
      (one) => textOf(one['from'], 'name').startsWith('Priya'),
    );
    const reply = model.pick('reply to a post, go on with a thread');
    const wrong = await model.mistake(reply, { ...place, body: 'We take it.' });
    assert.match(wrong.text, /message is missing/);
    await model.call(reply, { ...place, message, body: 'We take it.' });
    return textOf(said, 'body');
  },
  async check(stand, told) {
    assert.match(told, /Worth it/);
    const { path, messages } = await messagesIn(stand, 'Maya', 'Marketing', 'Trade fair');
    const post = found(messages, (one) => maybeText(one, 'subject') === 'Booth 4.12');
    const replies = await stand.rows('Maya', `${path}/${textOf(post, 'id')}/replies`);
    assert.ok(replies.some((one) => contentOf(one).includes('We take it.')));
  },
};

const chat: Job = {
  words: 'Tell Tomás in a chat that the pictures are needed until Friday.',
  profile: 'core',
  of: 'Maya',
  mistake: 'another name for the text; an importance that there is not',
  calls: 2,
  wrongCalls: 1,
  async solve({ model }) {
    const send = model.pick('send a message to a chat or to people');
    const text = 'The pictures are needed until Friday.';
    const people = ['Tomas Herrera'];
    const wrong = await model.mistake(send, { people, message: text, importance: 'highest' });
    assert.match(wrong.text, /body/);
    assert.ok(wrong.choices().includes('high'));
    await model.call(send, { people, body: text, importance: 'high' });
    return 'Told';
  },
  async check(stand) {
    const chats = await stand.rows('Tomás', '/me/chats?$expand=members');
    const own = found(
      chats,
      (one) =>
        textOf(one, 'chatType') === 'oneOnOne' &&
        rowsOf(one, 'members').some((member) => textOf(member, 'displayName') === 'Maya Okafor'),
    );
    const [newest] = await stand.rows('Tomás', `/chats/${textOf(own, 'id')}/messages`);
    assert.match(contentOf(newest), /The pictures are needed until Friday/);
    assert.equal(textOf(newest, 'importance'), 'high');
  },
};

export const teamsJobs: readonly Job[] = [release, refused, booth, chat];
