import * as z from 'zod';
import { ProblemError } from '../../domain/problem.js';
import { toZonedInstant } from '../../domain/time/graph-date-time.js';
import { searchMessages } from '../../graph/teams/messages.js';
import { accountInput } from '../accounts/account-choice.js';
import { defineOperation } from '../define-operation.js';
import { pageInputs, pageOutputs } from '../inputs/page-inputs.js';
import { chooseZone, timeZoneInput } from '../inputs/time-zone.js';
import { toReadableText } from '../mail/text/mail-text.js';
import { chooseTeamsAccount } from './choose-channel.js';

export const teamsSearchMessages = defineOperation({
  name: 'teams_search_messages',
  title: 'Search chats and channels',
  description:
    "Searches a person's chats and channels for words. Use it where you do not know where something was said.",
  input: z.strictObject({
    query: z
      .string()
      .trim()
      .min(1)
      .max(500)
      .describe('Words; also from:maya, sent>=2026-11-01, hasAttachment:true.'),
    timeZone: timeZoneInput,
    ...pageInputs(25, 10),
    account: accountInput,
  }),
  output: z.object({
    messages: z.array(
      z.object({
        id: z.string(),
        text: z.string().describe('The words around what was found.'),
        subject: z.string().optional(),
        from: z.string().optional(),
        createdAt: z.string().optional(),
        chatId: z.string().optional(),
        teamId: z.string().optional(),
        channelId: z.string().optional(),
        webUrl: z.string().optional(),
      }),
    ),
    ...pageOutputs,
  }),
  outsideText: ['messages[].text', 'messages[].subject', 'messages[].from'],
  selectable: 'messages',
  restBody: null,
  area: 'teams',
  features: ['searchMessages'],
  graphCalls: ['POST /search/query'],
  scope: 'teams:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'GET', path: '/api/teams/messages', successStatus: 200 },
  handler: async (deps, { query, limit, cursor, timeZone, account: named }, call) => {
    const zone = chooseZone(deps, timeZone);
    const { account, graph } = await chooseTeamsAccount(deps, call, named);
    if (account.kind === 'app') throw peopleOnly();
    const { rows, nextCursor } = await searchMessages(graph, query, { limit, cursor });
    const messages = rows.map((hit) => {
      const { id, subject, from, chatId, teamId, channelId, webUrl, createdDateTime } = hit;
      const createdAt = createdDateTime === null ? null : toZonedInstant(createdDateTime, zone);
      return {
        id,
        text: toReadableText({ contentType: 'html', content: hit.summary }, 'text'),
        ...(subject !== null && subject !== '' && { subject }),
        ...(from !== null && { from }),
        ...(createdAt !== null && { createdAt }),
        ...(chatId !== null && { chatId }),
        ...(teamId !== null && { teamId }),
        ...(channelId !== null && { channelId }),
        ...(webUrl !== null && { webUrl }),
      };
    });
    return { status: 200, json: JSON.stringify({ messages, nextCursor }) };
  },
});

/** https://learn.microsoft.com/graph/api/search-query: messages are searched in the name of people only. */
function peopleOnly(): ProblemError {
  const message =
    'Microsoft searches messages for people, not for the app: name the account of somebody who signed in (auth_list_accounts), or sign a person in with auth_start_login';
  return new ProblemError('graph_refused', message, { errors: [{ field: 'account', message }] });
}
