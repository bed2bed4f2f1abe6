import * as z from 'zod';
import { recurrenceSchema } from '../recurrence-schema.js';

const dateTimeTimeZoneSchema = z.object({ dateTime: z.string(), timeZone: z.string() });

const emailAddressSchema = z.object({
  name: z.string().nullish(),
  address: z.string().nullish(),
});

/** https://learn.microsoft.com/graph/api/resources/calendar */
export const calendarSchema = z.object({
  id: z.string(),
  name: z.string().nullish(),
  isDefaultCalendar: z.boolean().nullish(),
  canEdit: z.boolean().nullish(),
  owner: emailAddressSchema.nullish(),
});

export type Calendar = z.infer<typeof calendarSchema>;

const responseStatusSchema = z.object({ response: z.string().nullish() });

const attendeeSchema = z.object({
  type: z.string().nullish(),
  status: responseStatusSchema.nullish(),
  emailAddress: emailAddressSchema.nullish().transform((address) => address ?? {}),
});

/** What is selected of an event. https://learn.microsoft.com/graph/api/resources/event */
export const eventSchema = z.object({
  id: z.string(),
  subject: z.string().nullish(),
  start: dateTimeTimeZoneSchema,
  end: dateTimeTimeZoneSchema,
  isAllDay: z.boolean().nullish(),
  showAs: z.string().nullish(),
  sensitivity: z.string().nullish(),
  location: z.object({ displayName: z.string().nullish() }).nullish(),
  organizer: z.object({ emailAddress: emailAddressSchema.nullish() }).nullish(),
  isOrganizer: z.boolean().nullish(),
  isCancelled: z.boolean().nullish(),
  responseStatus: responseStatusSchema.nullish(),
  isOnlineMeeting: z.boolean().nullish(),
  onlineMeeting: z.object({ joinUrl: z.string().nullish() }).nullish(),
  onlineMeetingUrl: z.string().nullish(),
  type: z.string().nullish(),
  seriesMasterId: z.string().nullish(),
});

export type Event = z.infer<typeof eventSchema>;

export const eventProperties = Object.keys(eventSchema.shape).join(',');

/** One event with all that is shown and changed of it. */
export const fullEventSchema = eventSchema.extend({
  body: z
    .object({ contentType: z.string().nullish(), content: z.string().nullish() })
    .transform(({ contentType, content }) => ({
      contentType: contentType ?? 'text',
      content: content ?? '',
    }))
    .nullish(),
  attendees: z.array(attendeeSchema).nullish(),
  recurrence: recurrenceSchema.nullish().catch(undefined),
  isReminderOn: z.boolean().nullish(),
  reminderMinutesBeforeStart: z.number().nullish(),
  originalStartTimeZone: z.string().nullish(),
  allowNewTimeProposals: z.boolean().nullish(),
  responseRequested: z.boolean().nullish(),
  webLink: z.string().nullish(),
});

export type FullEvent = z.infer<typeof fullEventSchema>;

export const fullEventProperties = Object.keys(fullEventSchema.shape).join(',');

/** https://learn.microsoft.com/graph/api/resources/scheduleinformation */
export const scheduleSchema = z.object({
  scheduleId: z.string().nullish(),
  availabilityView: z.string().nullish(),
  error: z.object({ message: z.string().nullish(), responseCode: z.string().nullish() }).nullish(),
  scheduleItems: z
    .array(
      z.object({
        status: z.string().nullish(),
        start: dateTimeTimeZoneSchema,
        end: dateTimeTimeZoneSchema,
      }),
    )
    .nullish(),
  workingHours: z
    .object({
      daysOfWeek: z.array(z.string()).nullish(),
      startTime: z.string().nullish(),
      endTime: z.string().nullish(),
      timeZone: z.object({ name: z.string().nullish() }).nullish(),
    })
    .nullish(),
});

export type Schedule = z.infer<typeof scheduleSchema>;

/** https://learn.microsoft.com/graph/api/resources/meetingtimesuggestionsresult */
export const suggestionsSchema = z.object({
  emptySuggestionsReason: z.string().nullish(),
  meetingTimeSuggestions: z.array(
    z.object({
      meetingTimeSlot: z
        .object({ start: dateTimeTimeZoneSchema, end: dateTimeTimeZoneSchema })
        .nullish(),
      attendeeAvailability: z
        .array(
          z.object({
            availability: z.string().nullish(),
            attendee: z.object({ emailAddress: emailAddressSchema.nullish() }).nullish(),
          }),
        )
        .nullish(),
    }),
  ),
});

export type Suggestions = z.infer<typeof suggestionsSchema>;
