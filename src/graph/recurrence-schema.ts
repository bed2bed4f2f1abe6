import * as z from 'zod';

/** https://learn.microsoft.com/graph/api/resources/patternedrecurrence, of events and tasks: members that a type does not use hold anything. */
export const recurrenceSchema = z.object({
  pattern: z.object({
    type: z.string(),
    interval: z.int(),
    daysOfWeek: z.array(z.string()).nullish(),
    firstDayOfWeek: z.string().nullish(),
    dayOfMonth: z.int().nullish(),
    month: z.int().nullish(),
    index: z.string().nullish(),
  }),
  range: z.object({
    type: z.string(),
    startDate: z.string().nullish(),
    endDate: z.string().nullish(),
    numberOfOccurrences: z.int().nullish(),
    recurrenceTimeZone: z.string().nullish(),
  }),
});
