import { beforeEach, describe, expect, it } from 'vitest';
import { createCalendarActions } from '../../../emulator/control/people/calendar-actions.js';
import { createMailActions } from '../../../emulator/control/people/mail-actions.js';
import { createTeamsActions } from '../../../emulator/control/people/teams-actions.js';
import { createTodoActions } from '../../../emulator/control/people/todo-actions.js';
import type { PersonActions } from '../../../emulator/control/people/person-action.js';
import { openEmulatorCore, type EmulatorCore } from '../../../emulator/emulator-core.js';
import type { Person } from '../../../emulator/entra/directory.js';
import type { ResourceChange } from '../../../emulator/notifications/resource-change.js';
import { createSettingsHolder } from '../../../emulator/settings.js';

let core: EmulatorCore;
let heard: ResourceChange[];
let actions: PersonActions;

beforeEach(async () => {
  const settings = createSettingsHolder();
  core = await openEmulatorCore({
    dataDir: undefined,
    now: () => new Date(),
    settings: settings.get,
  });
  heard = [];
  core.changes.listen((change) => heard.push(change));
  actions = {
    ...createMailActions(core.outlook),
    ...createCalendarActions(core.outlook),
    ...createTodoActions(core.todo),
    ...createTeamsActions(core.teams),
  };
});

function person(firstName: string): Person {
  const found = [...core.state.people.values()].find(({ displayName }) =>
    displayName.startsWith(firstName),
  );
  if (found === undefined) throw new Error(`Nobody is called ${firstName}`);
  return found;
}

/** Lets somebody do something and tells what was announced of it. */
function act(firstName: string, name: string, input: object = {}): ResourceChange[] {
  heard.length = 0;
  actions[name]?.run(person(firstName), input, 1);
  return [...heard];
}

const shown = (changes: readonly ResourceChange[]) =>
  changes.map(({ changeType, odataType, resource }) => [changeType, odataType, resource]);

describe('what people do is announced', () => {
  it('a mail in the inboxes that it reaches and in Sent Items, by every path that has it', () => {
    const [maya, lena] = [person('Maya').id, person('Lena').id];
    const changes = act('Maya', 'sendMail', { to: ['Lena'] });
    expect(changes.map(({ changeType }) => changeType)).toEqual(['created', 'created']);
    const [received, sent] = changes;
    const inbox = core.outlook.outlook.messageAt(received?.id ?? '')?.folderId;
    expect(received).toMatchObject({
      subscribable: [
        `users/${lena}/messages`,
        `users/${lena}/mailFolders/${inbox}/messages`,
        `users/${lena}/mailFolders/inbox/messages`,
      ],
      resource: `Users/${lena}/Messages/${received?.id}`,
      odataType: '#Microsoft.Graph.Message',
      etag: expect.stringMatching(/^W\/"/),
    });
    expect(received?.entity()).toMatchObject({ id: received?.id, isRead: false });
    expect(sent?.subscribable).toContain(`users/${maya}/mailFolders/sentitems/messages`);
  });

  it('a mail that is read, moved and deleted', () => {
    const id = person('Maya').id;
    const [read] = act('Maya', 'readMail');
    expect(read).toMatchObject({ changeType: 'updated' });
    const moved = act('Maya', 'moveMail', { messageId: read?.id });
    expect(
      moved.map(({ changeType, id: messageId }) => [changeType, messageId === read?.id]),
    ).toEqual([
      ['deleted', true],
      ['created', false],
    ]);
    expect(moved[0]?.subscribable).toContain(`users/${id}/mailFolders/inbox/messages`);
    expect(moved[1]?.subscribable).toContain(`users/${id}/mailFolders/archive/messages`);
    const deleted = act('Maya', 'deleteMail', { messageId: moved[1]?.id });
    expect(deleted[1]?.subscribable).toContain(`users/${id}/mailFolders/deleteditems/messages`);
    const gone = act('Maya', 'deleteMail', { messageId: deleted[1]?.id });
    expect(gone.map(({ changeType }) => changeType)).toEqual(['deleted']);
  });

  it('an event in all calendars that have it', () => {
    const [maya, lena] = [person('Maya').id, person('Lena').id];
    // Invitations and answers are mail as well.
    const onCalendars = (changes: readonly ResourceChange[]) =>
      changes.filter(({ odataType }) => /\.event$/i.test(odataType));
    const made = onCalendars(act('Maya', 'createEvent', { attendees: ['Lena'] }));
    expect(made.map(({ subscribable }) => subscribable)).toEqual([
      [`users/${maya}/events`],
      [`users/${lena}/events`],
    ]);
    const types = (changes: readonly ResourceChange[]) =>
      onCalendars(changes).map(({ changeType }) => changeType);
    expect(types(act('Maya', 'moveEvent'))).toEqual(['updated', 'updated']);
    expect(types(act('Lena', 'respondToEvent'))).toEqual(['updated', 'updated']);
    expect(types(act('Maya', 'cancelEvent'))).toEqual(['updated', 'deleted']);
  });

  it('a task of To Do in its list', () => {
    const id = person('Aiko').id;
    const [made] = act('Aiko', 'createTodoTask', { title: 'Call', dueDate: '2027-01-01' });
    const listId = core.todo.todo.tasks.get(made?.id ?? '')?.listId;
    expect(made).toMatchObject({
      changeType: 'created',
      subscribable: [`users/${id}/todo/lists/${listId}/tasks`],
      resource: `Users/${id}/todo/lists/${listId}/tasks/${made?.id}`,
      odataType: '#Microsoft.Graph.todoTask',
    });
    expect(act('Aiko', 'editTodoTask', { title: 'Other' })).toMatchObject([{ id: made?.id }]);
    expect(act('Aiko', 'completeTodoTask')[0]?.entity()).toMatchObject({ status: 'completed' });
    expect(act('Aiko', 'deleteTodoTask')).toMatchObject([{ changeType: 'deleted', id: made?.id }]);
  });

  it('posts, replies, edits and deletions in a channel', () => {
    const [post] = act('Maya', 'postToChannel', { text: 'Hello' });
    const place = core.teams.teams.messages.get(post?.id ?? '')?.place;
    if (place?.kind !== 'channel') throw new Error('The post is not in a channel');
    const { teamId, channelId } = place;
    const messages = `teams('${teamId}')/channels('${channelId}')/messages`;
    expect(post).toMatchObject({
      changeType: 'created',
      subscribable: ['teams/getAllMessages', `teams/${teamId}/channels/${channelId}/messages`],
      resource: `${messages}('${post?.id}')`,
      odataType: '#Microsoft.Graph.chatMessage',
    });
    // The newest post stays what it is when there is a newer channel without any.
    act('Lena', 'createChannel', { teamId, name: 'Empty' });
    const [reply] = act('Lena', 'replyInChannel', { text: 'Yes' });
    expect(reply?.resource).toBe(`${messages}('${post?.id}')/replies('${reply?.id}')`);
    expect(shown(act('Maya', 'editMessage', { text: 'Other' }))).toEqual([
      ['updated', '#Microsoft.Graph.chatMessage', `${messages}('${post?.id}')`],
    ]);
    const [deleted] = act('Maya', 'deleteMessage');
    expect(deleted).toMatchObject({ changeType: 'deleted', id: post?.id });
    expect(deleted?.entity()).toMatchObject({ body: { content: '' } });
  });

  it('chats and their messages, to each of their members', () => {
    const ids = ['Aiko', 'Lena', 'Jonas'].map((name) => person(name).id);
    const [chat] = act('Aiko', 'createChat', { with: ['Lena', 'Jonas'] });
    expect(chat).toMatchObject({
      changeType: 'created',
      subscribable: ['chats', `chats/${chat?.id}`, ...ids.map((id) => `users/${id}/chats`)],
      resource: `chats('${chat?.id}')`,
      odataType: '#Microsoft.Graph.chat',
    });
    const [message] = act('Lena', 'postToChat', { text: 'Hello' });
    expect(message).toMatchObject({
      subscribable: [
        'chats/getAllMessages',
        `chats/${chat?.id}/messages`,
        ...ids.map((id) => `users/${id}/chats/getAllMessages`),
      ],
      resource: `chats('${chat?.id}')/messages('${message?.id}')`,
    });
    expect(act('Jonas', 'renameChat', { topic: 'Numbers' })).toMatchObject([
      { changeType: 'updated', id: chat?.id },
    ]);
  });

  it('channels and teams', () => {
    const teamId = core.group.id;
    const [channel] = act('Maya', 'createChannel', { name: 'Ideas' });
    expect(channel).toMatchObject({
      changeType: 'created',
      subscribable: ['teams/getAllChannels', `teams/${teamId}/channels`],
      resource: `teams('${teamId}')/channels('${channel?.id}')`,
      odataType: '#Microsoft.Graph.channel',
    });
    expect(act('Maya', 'renameTeam', { name: 'Launch team' })).toMatchObject([
      {
        changeType: 'updated',
        subscribable: ['teams', `teams/${teamId}`],
        resource: `teams('${teamId}')`,
        odataType: '#Microsoft.Graph.team',
      },
    ]);
  });
});
