import * as z from 'zod';
import { actionInputs } from '../inputs/action-inputs.js';
import { personInput } from '../accounts/person-choice.js';
import { writtenForms } from './text/render-markdown.js';

const anId = z.string().min(1).max(1_024);

export const messageInput = anId.describe('Id of the message.');

export const folderInput = z
  .string()
  .min(1)
  .max(1_024)
  .describe('Name or id, or inbox, drafts, sentitems, deleteditems, archive, junkemail.');

/** Recipients as callers name them. */
export const recipientsInput = z.array(z.string().trim().min(1).max(400)).max(500);

export const bodyInputs = {
  body: z.string().max(500_000).describe('The text.'),
  format: z.enum(writtenForms).default('markdown').describe('Of body.'),
};

export const importanceInput = z
  .enum(['low', 'normal', 'high'])
  .optional()
  .describe('Left out: normal, or as it is.');

/** Besides `to`. */
export const copyInputs = {
  cc: recipientsInput.optional().describe('Copies to.'),
  bcc: recipientsInput.optional().describe('Copies to, unseen by the others.'),
};

export const subjectInput = z.string().max(255).describe('Its subject.');

/** What every action on mail takes besides its own. */
export const mailActionInputs = { person: personInput, ...actionInputs };

export const attachmentInput = z.string().min(1).max(1_024).describe('Id of the attachment.');
