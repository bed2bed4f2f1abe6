import { from } from '../reference.js';
import type { Step } from '../step.js';

const channel = { team: 'Marketing', channel: 'Campaigns' };
const message = from('teams_post_message', 'message.id');
const chat = from('teams_create_chat', 'chat.id');

/** Teams, channels and chats. */
export const teamsSteps: readonly Step[] = [
  { operation: 'teams_list_teams' },
  { operation: 'teams_list_channels', input: { team: 'Marketing' } },
  { operation: 'teams_list_channel_messages', input: { ...channel, limit: 2 } },
  {
    operation: 'teams_post_message',
    input: { ...channel, body: 'The newsletter is out.', mentions: ['Priya Raman'] },
  },
  { operation: 'teams_reply', input: { ...channel, message, body: 'And already read.' } },
  { operation: 'teams_list_replies', input: { ...channel, message } },
  { operation: 'teams_create_chat', input: { people: ['Jonas Lindqvist'] } },
  { operation: 'teams_send_chat_message', input: { chat, body: 'The booth is ours.' } },
  { operation: 'teams_list_chats', input: { limit: 2 } },
  { operation: 'teams_list_chat_messages', input: { chat, limit: 2 } },
  { operation: 'teams_search_messages', input: { query: 'newsletter', limit: 2 } },
];
