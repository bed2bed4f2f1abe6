import type { Entity } from '../../odata/entity.js';
import type { MeetingMessage, MessageItem } from './message-record.js';
import { inUtc } from '../utc-times.js';

const TYPE_NAMES: Readonly<Record<MeetingMessage['type'], string>> = {
  meetingRequest: 'eventMessageRequest',
  meetingCancelled: 'eventMessage',
  meetingAccepted: 'eventMessageResponse',
  meetingTenativelyAccepted: 'eventMessageResponse',
  meetingDeclined: 'eventMessageResponse',
};

const RESPONSES: Readonly<Partial<Record<MeetingMessage['type'], string>>> = {
  meetingAccepted: 'accepted',
  meetingTenativelyAccepted: 'tentativelyAccepted',
  meetingDeclined: 'declined',
};

/** What kind of message it is; plain ones say nothing. https://learn.microsoft.com/graph/api/resources/eventmessage */
export function typeAnnotation({ meeting }: MessageItem): Entity {
  return meeting === undefined
    ? {}
    : { '@odata.type': `#microsoft.graph.${TYPE_NAMES[meeting.type]}` };
}

/** What an invitation, an answer or a cancellation has beside a message. */
export function meetingProperties({ meeting }: MessageItem): Entity {
  if (meeting === undefined) return {};
  const response = RESPONSES[meeting.type];
  return {
    meetingMessageType: meeting.type,
    type: meeting.eventType,
    isOutOfDate: false,
    isAllDay: meeting.isAllDay,
    isDelegated: false,
    startDateTime: inUtc(meeting.start),
    endDateTime: inUtc(meeting.end),
    location: meeting.location,
    recurrence: meeting.recurrence,
    ...(meeting.type === 'meetingRequest'
      ? {
          responseRequested: meeting.responseRequested,
          allowNewTimeProposals: meeting.allowNewTimeProposals,
          meetingRequestType: meeting.isUpdate ? 'fullUpdate' : 'newMeetingRequest',
          previousLocation: null,
          previousStartDateTime: null,
          previousEndDateTime: null,
        }
      : {}),
    ...(response === undefined
      ? {}
      : {
          responseType: response,
          proposedNewTime:
            meeting.proposedNewTime === null
              ? null
              : {
                  start: inUtc(meeting.proposedNewTime.start),
                  end: inUtc(meeting.proposedNewTime.end),
                },
        }),
  };
}
