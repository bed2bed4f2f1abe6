import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnswerJson, Door } from './doors.js';
import { startWorkplace, type Workplace } from './start-workplace.js';
import { doorOf, textIn } from './through.js';

let place: Workplace;

beforeAll(async () => {
  place = await startWorkplace({ signedIn: ['Maya', 'Priya'] });
});
afterAll(() => place.close());

const through = (name: Door['name']): Door => doorOf(place, name);

const signature = 'Sent by an agent through Tandem';
const listOf = (value: AnswerJson, member: string) =>
  value[member] as unknown as readonly Record<string, unknown>[];

describe.each(['MCP', 'REST'] as const)('Teams over %s', (name) => {
  const as =
    (who: string) =>
    async (operation: string, args: Record<string, unknown> = {}) =>
      through(name).call(operation, { account: place.accountOf(who), ...args });
  const maya = async (operation: string, args: Record<string, unknown> = {}) => {
    const answer = await as('Maya')(operation, args);
    expect(answer.problem).toEqual({});
    return answer.value;
  };
  const firstTeam = async (): Promise<string> => {
    const teams = listOf(await maya('teams_list_teams'), 'teams');
    for (const { name: team } of teams) {
      const channels = listOf(await maya('teams_list_channels', { team }), 'channels');
      if (channels.some((channel) => channel['name'] === 'Launch')) return String(team);
    }
    throw new Error('No team has the channel Launch');
  };
  const post = async (args: Record<string, unknown>) => {
    const team = await firstTeam();
    const value = await maya('teams_post_message', { team, channel: 'Launch', ...args });
    return { team, channel: 'Launch', message: textIn(value['message'], 'id') };
  };

  it('are listed with their channels, for a person and for the app', async () => {
    const mine = listOf(await maya('teams_list_teams'), 'teams');
    const all = await through(name).call('teams_list_teams', { account: 'app' });
    const hers = await through(name).call('teams_list_teams', {
      account: 'app',
      person: 'Maya Okafor',
    });
    expect(listOf(hers.value, 'teams')).toEqual(mine);
    expect(listOf(all.value, 'teams').length).toBeGreaterThanOrEqual(mine.length);
    const unknown = await as('Maya')('teams_list_channels', { team: 'No such team' });
    expect(unknown.problem).toMatchObject({ code: 'invalid_input', errors: [{ field: 'team' }] });
    expect(unknown.problem.errors?.[0]?.candidates?.length).toBeGreaterThan(0);
  });

  it('show what is posted, the latest activity first, with replies counted', async () => {
    const team = await firstTeam();
    const value = await maya('teams_list_channel_messages', {
      team,
      channel: 'launch',
      timeZone: 'Asia/Tokyo',
    });
    const question = listOf(value, 'messages').find(({ body }) =>
      String(body).startsWith('Who can check'),
    );
    expect(question).toMatchObject({
      from: { name: 'Maya Okafor' },
      replyCount: 2,
      createdAt: expect.stringMatching(/\+09:00$/),
    });
    const replies = await maya('teams_list_replies', {
      team,
      channel: 'Launch',
      message: question?.['id'],
    });
    expect(listOf(replies, 'messages').map(({ body }) => body)).toEqual([
      'Thank you, the link is on the card.',
      'I can, after lunch.',
    ]);
    const unknown = await as('Maya')('teams_list_channel_messages', { team, channel: 'Lunch' });
    expect(unknown.problem.errors?.[0]).toMatchObject({ field: 'channel', suggestion: 'Launch' });
  });

  it('take a post with Markdown, headline, mentions and the signature of an agent', async () => {
    const body = `**News** for @Jonas Lindqvist: \`@Maya Okafor\` is code, x@Maya Okafor is none ${name}`;
    const args = { body, subject: `Status ${name}`, importance: 'high', mentions: ['Priya Raman'] };
    const team = await firstTeam();
    const dry = await maya('teams_post_message', {
      team,
      channel: 'Launch',
      ...args,
      dryRun: true,
    });
    expect(dry['dryRun']).toMatchObject({
      effect: expect.stringContaining('Post in Launch'),
      details: { signature, mentions: ['Priya Raman', 'Jonas Lindqvist'] },
    });
    const before = listOf(
      await maya('teams_list_channel_messages', { team, channel: 'Launch' }),
      'messages',
    );
    expect(before.some(({ subject }) => subject === `Status ${name}`)).toBe(false);

    const { message } = await post(args);
    const read = await maya('teams_list_channel_messages', { team, channel: 'Launch', limit: 1 });
    const [row] = listOf(read, 'messages');
    expect(row).toMatchObject({
      id: message,
      subject: `Status ${name}`,
      importance: 'high',
      mentions: ['Priya Raman', 'Jonas Lindqvist'],
    });
    expect(row?.['body']).toBe(
      `@Priya Raman **News** for @Jonas Lindqvist: \`@Maya Okafor\` is code, x@Maya Okafor is none ${name}\n\n*${signature}*`,
    );
  });

  it('take a reply, and answer who may be meant by half a name', async () => {
    const thread = await post({ body: `Question ${name}` });
    const unclear = await as('Maya')('teams_reply', { ...thread, body: 'Ask @Jonas please' });
    expect(unclear.problem).toMatchObject({ code: 'invalid_input', errors: [{ field: 'body' }] });
    expect(unclear.problem.errors?.[0]?.candidates).toEqual(
      expect.arrayContaining([expect.objectContaining({ name: 'Jonas Lindqvist' })]),
    );
    await maya('teams_reply', { ...thread, body: 'Ask @Zzyzx or @Priya Raman.' });
    const replies = listOf(await maya('teams_list_replies', thread), 'messages');
    expect(replies).toHaveLength(1);
    expect(replies[0]).toMatchObject({
      body: `Ask @Zzyzx or @Priya Raman.\n\n*${signature}*`,
      mentions: ['Priya Raman'],
    });
  });

  it('let only people post, and say how before anything is sent', async () => {
    const before = await place.control('GET', '/requests');
    for (const [operation, args] of [
      ['teams_post_message', { team: 'Product', channel: 'Launch', body: 'x' }],
      ['teams_reply', { team: 'Product', channel: 'Launch', message: '1', body: 'x' }],
      ['teams_send_chat_message', { chat: 'Launch press', body: 'x' }],
      ['teams_search_messages', { query: 'x' }],
    ] as const) {
      const { problem } = await through(name).call(operation, { ...args, account: 'app' });
      expect(problem).toMatchObject({
        code: 'graph_refused',
        detail: expect.stringContaining('auth_start_login'),
      });
    }
    expect(await place.control('GET', '/requests')).toEqual(before);
  });

  it('show chats with who is in them and what was last said', async () => {
    const chats = listOf(await maya('teams_list_chats'), 'chats');
    const press = chats.find(({ topic }) => topic === 'Launch press');
    expect(press).toMatchObject({
      kind: 'group',
      people: expect.arrayContaining(['Priya Raman', 'Tomás Herrera']),
      lastMessage: { text: expect.any(String) },
    });
    expect(press?.['people']).not.toContain('Maya Okafor');
    const messages = listOf(
      await maya('teams_list_chat_messages', { chat: 'Launch press' }),
      'messages',
    );
    expect(messages.map(({ body }) => body)).toContain(
      'The short version of the quote is in the mail.',
    );
    const unknown = await as('Maya')('teams_list_chat_messages', { chat: 'No such chat' });
    expect(unknown.problem).toMatchObject({ code: 'invalid_input', errors: [{ field: 'chat' }] });
  });

  it('send to a topic, and to a person in the one chat that two have', async () => {
    const dry = await maya('teams_send_chat_message', {
      people: ['Lena Fischer'],
      body: 'Hello',
      dryRun: true,
    });
    expect(dry['dryRun']).toMatchObject({ effect: 'Send a chat message to Lena Fischer' });
    const first = await maya('teams_send_chat_message', {
      people: ['Lena Fischer'],
      body: `First ${name}`,
    });
    // By the name that it had before.
    const second = await maya('teams_send_chat_message', {
      chat: 'Lena Fischer',
      text: `Second ${name}`,
    });
    const chatId = first['message']?.['chatId'];
    expect(second['message']?.['chatId']).toBe(chatId);
    const [latest] = listOf(
      await maya('teams_list_chat_messages', { chat: chatId, limit: 1 }),
      'messages',
    );
    expect(latest?.['body']).toBe(`Second ${name}\n\n*${signature}*`);
    await maya('teams_send_chat_message', { chat: 'Launch press', body: `To all ${name}` });
    const both = await as('Maya')('teams_send_chat_message', {
      chat: 'Launch press',
      people: ['Lena Fischer'],
      body: 'x',
    });
    expect(both.problem.errors?.[0]).toMatchObject({ field: 'people' });
    const nobody = await as('Maya')('teams_send_chat_message', {
      people: ['Maya Okafor'],
      body: 'x',
    });
    expect(nobody.problem.errors?.[0]).toMatchObject({ field: 'people' });
  });

  it('show a message that somebody else wrote as unread', async () => {
    await as('Priya')('teams_send_chat_message', {
      chat: 'Launch press',
      body: `New for you ${name}`,
    });
    const chats = listOf(await maya('teams_list_chats', { limit: 1 }), 'chats');
    expect(chats[0]).toMatchObject({ topic: 'Launch press', isUnread: true });
    expect(listOf((await as('Priya')('teams_list_chats', { limit: 1 })).value, 'chats')[0]).toEqual(
      expect.objectContaining({ isUnread: false }),
    );
  });

  it('begin a group with a topic', async () => {
    const args = { people: ['Priya Raman', 'Tomás Herrera'], topic: `Garden ${name}` };
    const dry = await maya('teams_create_chat', { ...args, dryRun: true });
    expect(dry['dryRun']).toMatchObject({
      effect: `Begin a chat about "Garden ${name}" with Priya Raman, Tomás Herrera`,
    });
    const made = await maya('teams_create_chat', args);
    expect(made['chat']).toMatchObject({ kind: 'group', topic: `Garden ${name}` });
    const nobody = await as('Maya')('teams_create_chat', { people: ['Maya Okafor'] });
    expect(nobody.problem.errors?.[0]).toMatchObject({ field: 'people' });
  });
});
