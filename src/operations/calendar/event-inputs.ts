import * as z from 'zod';

const people = () => z.array(z.string().min(1).max(320)).min(1).max(200).optional();

/** What is said of an event, new or changed. */
export const eventInputs = {
  isAllDay: z.boolean().optional().describe('True: start and end are days.'),
  location: z.string().max(255).optional().describe('Where: a room or an address.'),
  body: z.string().max(100_000).optional().describe('Markdown.'),
  onlineMeeting: z.boolean().optional().describe('True: a Teams meeting.'),
  showAs: z
    .enum(['free', 'tentative', 'busy', 'oof', 'workingElsewhere'])
    .optional()
    .describe('What others see meanwhile.'),
  reminderMinutes: z.int().min(0).max(40_320).optional().describe('Before its start.'),
};

export const peopleInput = people;

interface Said {
  readonly subject?: string | undefined;
  readonly location?: string | undefined;
  readonly onlineMeeting?: boolean | undefined;
  readonly showAs?: string | undefined;
  readonly reminderMinutes?: number | null | undefined;
}

/** The same in Graph's words. */
export function toEventBody({ subject, location, onlineMeeting, showAs, reminderMinutes }: Said) {
  return {
    ...(subject !== undefined && { subject }),
    ...(location !== undefined && { location: { displayName: location } }),
    ...(showAs !== undefined && { showAs }),
    ...(reminderMinutes === null && { isReminderOn: false }),
    ...(typeof reminderMinutes === 'number' && {
      isReminderOn: true,
      reminderMinutesBeforeStart: reminderMinutes,
    }),
    ...(onlineMeeting !== undefined && { isOnlineMeeting: onlineMeeting }),
    ...(onlineMeeting === true && { onlineMeetingProvider: 'teamsForBusiness' }),
  };
}
