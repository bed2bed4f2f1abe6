import type { Group, Person } from '../entra/directory.js';
import type { Place } from '../teams/teams-records.js';
import type { TeamsService } from '../teams/teams-service.js';
import { addChannel, addChat, addTeam, postMessage } from '../teams/teams-store.js';
import type { SeededIds } from './seeded-ids.js';
import { CHATS } from './talk/chats-talk.js';
import type { SampleMessage, SampleTeam, SampleThread } from './talk/sample-talk.js';
import { TEAMS } from './talk/teams-talk.js';

const HOUR_MS = 3_600_000;
/** How old teams and chats are at the first start. */
const DAYS_BEFORE = 60;

/** Something to be said once its time has come; `said` is told the id of the message. */
interface Utterance {
  readonly message: SampleMessage | SampleThread;
  place(): Place;
  said(id: string): void;
}

/**
 * Gives the first start a team for each group with its channels, and chats, with something said in each. A folder from before
 * there were several groups gets what its people and groups allow.
 */
export function seedTeams(service: TeamsService, ids: SeededIds): void {
  if (service.teams.teams.size > 0) return;
  const before = earlier(service, DAYS_BEFORE * 24);
  const first = service.groups.values().next().value;
  const utterances = [
    ...TEAMS.flatMap((team) => {
      const group = [...service.groups.values()].find(
        ({ displayName }) => displayName === team.group,
      );
      return group === undefined
        ? []
        : putTeam(before, ids, { team, group, isFirst: group === first });
    }),
    ...putChats(before, ids),
  ];
  for (const { message, place, said } of utterances.toSorted(
    (a, b) => b.message.hoursAgo - a.message.hoursAgo,
  )) {
    const author = personOf(service, message.by);
    if (author !== undefined) said(say(service, place(), author, message));
  }
}

function putTeam(
  service: TeamsService,
  ids: SeededIds,
  {
    team,
    group,
    isFirst,
  }: { readonly team: SampleTeam; readonly group: Group; readonly isFirst: boolean },
): readonly Utterance[] {
  const nameOf = (channel: string): string =>
    isFirst ? `channel ${channel}` : `channel ${team.group}: ${channel}`;
  addTeam(
    service,
    {
      id: group.id,
      displayName: group.displayName,
      description: group.description ?? '',
      ownerIds: group.ownerIds ?? group.memberIds.slice(0, 1),
    },
    ids.guid(nameOf('General')),
  );
  const general = service.teams.channelsOf.recordsOf(group.id)[0]?.id ?? '';
  return [
    ...team.general.flatMap((thread) => utterancesOf(thread, group.id, general)),
    ...team.channels.flatMap(({ name, description, threads }) => {
      const { id } = addChannel(
        service,
        group.id,
        { displayName: name, description },
        ids.guid(nameOf(name)),
      );
      return threads.flatMap((thread) => utterancesOf(thread, group.id, id));
    }),
  ];
}

function utterancesOf(
  thread: SampleThread,
  teamId: string,
  channelId: string,
): readonly Utterance[] {
  const post = { kind: 'channel', teamId, channelId } as const;
  let postId: string | null = null;
  return [
    {
      message: thread,
      place: () => ({ ...post, replyToId: null }),
      said: (id) => {
        postId = id;
      },
    },
    ...(thread.replies ?? []).map((message) => ({
      message,
      place: () => ({ ...post, replyToId: postId }),
      said: () => {},
    })),
  ];
}

function putChats(service: TeamsService, ids: SeededIds): readonly Utterance[] {
  return CHATS.flatMap(({ topic, members, messages }) => {
    const memberIds = members.flatMap((name) => personOf(service, name)?.id ?? []);
    if (memberIds.length !== members.length) return [];
    const { id } = addChat(
      service,
      { chatType: topic === undefined ? 'oneOnOne' : 'group', topic: topic ?? null, memberIds },
      ids.guid(`chat ${topic ?? members.join(' and ')}`),
    );
    return messages.map((message) => ({
      message,
      place: () => ({ kind: 'chat', chatId: id }) as const,
      said: () => {},
    }));
  });
}

function say(
  service: TeamsService,
  place: Place,
  author: Person,
  message: SampleMessage | SampleThread,
): string {
  const mentioned: Person[] = [];
  const content = message.text.replace(/@\{([^}]+)\}/g, (_whole, name: string) => {
    const person = personOf(service, name);
    if (person === undefined) return name;
    mentioned.push(person);
    return `<at id="${mentioned.length - 1}">${name}</at>`;
  });
  const posted = postMessage(earlier(service, message.hoursAgo), place, author.id, {
    body: { contentType: 'html', content },
    ...('subject' in message ? { subject: message.subject } : {}),
    ...('importance' in message ? { importance: message.importance } : {}),
    mentions: mentioned.map(({ id, displayName }, index) => ({
      id: index,
      mentionText: displayName,
      mentioned: {
        application: null,
        device: null,
        conversation: null,
        user: {
          '@odata.type': '#microsoft.graph.teamworkUserIdentity',
          id,
          displayName,
          userIdentityType: 'aadUser',
        },
      },
    })),
  });
  return posted.id;
}

function earlier(service: TeamsService, hours: number): TeamsService {
  const then = new Date(service.now().getTime() - hours * HOUR_MS);
  return { ...service, now: () => then };
}

function personOf(service: TeamsService, name: string): Person | undefined {
  return [...service.people.values()].find(({ displayName }) => displayName === name);
}
