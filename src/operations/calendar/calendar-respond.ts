import * as z from 'zod';
import { readEventTimes, toShownTimes } from '../../domain/calendar/event-times.js';
import type { FullEvent } from '../../graph/calendar/calendar-schemas.js';
import { respondToEvent } from '../../graph/calendar/events.js';
import { choosePerson, personInput } from '../accounts/person-choice.js';
import { defineAction } from '../define-action.js';
import { actionInputs } from '../inputs/action-inputs.js';
import { chooseZone, timeInput, timeZoneInput } from '../inputs/time-zone.js';
import { chooseEvent, eventIdInput, seriesInput, titleOf } from './choose-event.js';
import { wrongInput } from '../wrong-input.js';

const responses = ['accept', 'tentative', 'decline'] as const;
type Response = (typeof responses)[number];

const told: Readonly<Record<Response, string>> = {
  accept: 'Accept',
  tentative: 'Tentatively accept',
  decline: 'Decline',
};
const atGraph = {
  accept: 'accept',
  tentative: 'tentativelyAccept',
  decline: 'decline',
} as const;

export const calendarRespond = defineAction({
  name: 'calendar_respond',
  title: 'Answer an invitation',
  description:
    'Accepts or declines an invitation, or proposes another time. Use it for events that others organize. A declined event leaves the calendar.',
  isCore: true,
  input: z.strictObject({
    id: eventIdInput,
    response: z.enum(responses).describe('Whether they come.'),
    comment: z.string().max(4_000).optional().describe('For the organizer.'),
    proposedStart: timeInput.optional().describe('A better time; not with accept.'),
    proposedEnd: timeInput.optional().describe('Left out: as long as it is.'),
    series: seriesInput,
    timeZone: timeZoneInput,
    person: personInput,
    ...actionInputs,
  }),
  output: z.object({
    id: z.string(),
    myResponse: z.enum(['accepted', 'tentativelyAccepted', 'declined']),
  }),
  restBody: null,
  area: 'calendar',
  features: ['writeCalendars'],
  graphCalls: [
    'GET /users/{id}/events/{id}',
    'POST /users/{id}/events/{id}/accept',
    'POST /users/{id}/events/{id}/tentativelyAccept',
    'POST /users/{id}/events/{id}/decline',
  ],
  scope: 'calendar:write',
  annotations: { destructive: false, idempotent: true },
  http: { method: 'POST', path: '/api/calendar/events/{id}/respond', successStatus: 200 },
  prepare: async (deps, input, call) => {
    const zone = chooseZone(deps, input.timeZone);
    const { graph, path, isSelf, personId } = await choosePerson(deps, call, input);
    const { target } = await chooseEvent({ graph, path }, input);
    if (target.isOrganizer === true) {
      throw wrongInput('id', 'is an event of their own: call calendar_cancel_event instead');
    }
    if (target.isCancelled === true) throw wrongInput('id', 'was cancelled by its organizer');
    const { response, comment } = input;
    if (target.responseRequested === false) {
      const told = input.proposedStart === undefined ? 'comment' : 'proposedStart';
      if (input[told] !== undefined) {
        throw wrongInput(told, 'reaches nobody: the organizer wants no answers to this event');
      }
    }
    const proposal = proposalOf(input, target, zone);
    return {
      effect: `${told[response]} ${titleOf(target, { isSelf })} (${toShownTimes(target, zone).start})`,
      details: {
        ...(comment !== undefined && { comment }),
        ...(proposal !== null && { proposedNewTime: toShownTimes(proposal, zone) }),
      },
      prepared: {
        graph,
        path,
        personId,
        account: input.account,
        id: target.id,
        response,
        earlier: earlierOf(target),
        body: {
          // Graph refuses to send an answer that nobody wants: https://learn.microsoft.com/graph/api/event-accept
          sendResponse: target.responseRequested !== false,
          ...(comment !== undefined && { comment }),
          ...(proposal !== null && {
            proposedNewTime: { start: proposal.start, end: proposal.end },
          }),
        },
      },
    };
  },
  perform: async (_deps, { graph, path, personId, account, id, response, earlier, body }) => {
    await respondToEvent(graph, path, { id, action: atGraph[response], body });
    // What was declined is in no calendar any more, and nobody can go back to not having answered.
    const canUndo = response !== 'decline' && earlier !== null && earlier !== response;
    return {
      result: { id, myResponse: myResponses[response] },
      id,
      ...(canUndo && {
        undo: {
          operation: 'calendar_respond',
          input: {
            id,
            response: earlier,
            person: personId,
            ...(account !== undefined && { account }),
          },
        },
      }),
    };
  },
});

const myResponses = {
  accept: 'accepted',
  tentative: 'tentativelyAccepted',
  decline: 'declined',
} as const satisfies Readonly<Record<Response, string>>;

function earlierOf({ responseStatus }: FullEvent): Response | null {
  return responses.find((one) => myResponses[one] === responseStatus?.response) ?? null;
}

/** https://learn.microsoft.com/graph/outlook-calendar-meeting-proposals */
function proposalOf(
  input: {
    readonly response: Response;
    readonly proposedStart?: string | undefined;
    readonly proposedEnd?: string | undefined;
  },
  event: FullEvent,
  zone: string,
) {
  const { response, proposedStart, proposedEnd } = input;
  if (proposedStart === undefined) {
    if (proposedEnd === undefined) return null;
    throw wrongInput('proposedStart', 'is missing');
  }
  if (response === 'accept') {
    throw wrongInput('proposedStart', 'goes with tentative or decline, not with accept');
  }
  if (event.allowNewTimeProposals === false) {
    throw wrongInput('proposedStart', 'is not wanted: the organizer takes no other times');
  }
  const asked = { start: proposedStart, end: proposedEnd };
  const times = readEventTimes(asked, toShownTimes(event, zone), zone);
  if (times.kind === 'times') return times;
  throw wrongInput(times.field === 'start' ? 'proposedStart' : 'proposedEnd', times.message);
}
