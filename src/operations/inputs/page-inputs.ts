import * as z from 'zod';

/** `limit` and `cursor` of every list. */
export function pageInputs(most: number, usual: number) {
  return {
    limit: z.int().min(1).max(most).default(usual).describe('How many.'),
    cursor: z.string().min(1).max(16_000).optional().describe('nextCursor of the last page.'),
  };
}

/** What every list answers beside its rows. */
export const pageOutputs = {
  nextCursor: z.string().nullable().describe('For the next page; null: that was all.'),
};
