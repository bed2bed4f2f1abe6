import type { Group } from '../entra/directory.js';
import type { ItemBody } from '../outlook/mail/message-record.js';
import type { Place } from '../teams/teams-records.js';
import type { TeamsService } from '../teams/teams-service.js';
import { addChannel, addChat, addTeam, postMessage } from '../teams/teams-store.js';
import type { SeededIds } from './seeded-ids.js';

/** Gives the first start a team with two channels and one chat, with something said in each. */
export function seedTeams(service: TeamsService, ids: SeededIds, group: Group): void {
  if (service.teams.teams.size > 0) return;
  const idOf = (name: string): string =>
    [...service.people.values()].find(({ displayName }) => displayName === name)?.id ?? '';
  const say = (place: Place, name: string, content: string): string =>
    postMessage(service, place, idOf(name), { body: html(content) }).id;
  const team = addTeam(
    service,
    {
      id: group.id,
      displayName: group.displayName,
      description: 'Everything about the product and its launch',
      ownerIds: [idOf('Maya Okafor')],
    },
    ids.guid('channel General'),
  );
  const launch = addChannel(
    service,
    team.id,
    { displayName: 'Launch', description: 'What has to happen before the launch' },
    ids.guid('channel Launch'),
  );
  const post = { kind: 'channel', teamId: team.id, channelId: launch.id, replyToId: null } as const;
  const question = say(
    post,
    'Maya Okafor',
    '<p>Who can check the landing page on a phone today?</p>',
  );
  say({ ...post, replyToId: question }, 'Aiko Tanaka', '<p>I can, after lunch.</p>');
  say(
    { ...post, replyToId: question },
    'Tomás Herrera',
    '<p>Thank you, the link is on the card.</p>',
  );
  const [general] = service.teams.channelsOf.recordsOf(team.id);
  if (general !== undefined) {
    const place = { ...post, channelId: general.id };
    say(place, 'Lena Fischer', '<p>The launch budget is approved.</p>');
  }
  const chat = addChat(
    service,
    {
      chatType: 'group',
      topic: 'Launch press',
      memberIds: [idOf('Maya Okafor'), idOf('Priya Raman'), idOf('Tomás Herrera')],
    },
    ids.guid('chat Launch press'),
  );
  const place = { kind: 'chat', chatId: chat.id } as const;
  say(place, 'Priya Raman', '<p>The short version of the quote is in the mail.</p>');
  say(place, 'Maya Okafor', '<p>Go ahead with it.</p>');
}

function html(content: string): ItemBody {
  return { contentType: 'html', content };
}
