import * as z from 'zod';
import { largestAttachmentBytes } from '../../graph/mail/attachments.js';
import { readMessageState } from '../../graph/mail/read-messages.js';
import { defineAction } from '../define-action.js';
import { choosePerson } from '../accounts/person-choice.js';
import { mailActionInputs, messageInput } from './mail-inputs.js';
import { requireDraft } from './require-draft.js';

export const mailCreateUploadLink = defineAction({
  name: 'mail_create_upload_link',
  title: 'Make a link for attaching a file',
  description:
    'Makes an address to which a program sends one file (PUT, no key needed), which is then attached to the draft. Use it for files on a disk: curl -T report.pdf {url}.',
  input: z.strictObject({
    draft: messageInput.describe('Id of the draft.'),
    name: z.string().trim().min(1).max(255).describe('Of the file: report.pdf.'),
    contentType: z
      .string()
      .regex(/^[\w.+-]+\/[\w.+-]+(;.*)?$/)
      .max(255)
      .default('application/octet-stream')
      .describe('Its type: application/pdf.'),
    ...mailActionInputs,
  }),
  output: z.object({
    link: z.object({
      url: z.string().describe('Whoever has it may send one file.'),
      method: z.literal('PUT'),
      expiresAt: z.string().describe('UTC, 15 minutes from now. It can be used once.'),
      maxBytes: z.int(),
    }),
  }),
  restBody: null,
  answersSecrets: true,
  area: 'mail',
  features: ['writeMail'],
  graphCalls: [
    'GET /users/{id}/messages/{id}',
    'POST /users/{id}/messages/{id}/attachments',
    'POST /users/{id}/messages/{id}/attachments/createUploadSession',
  ],
  scope: 'mail:write',
  annotations: { destructive: false, idempotent: false },
  http: { method: 'POST', path: '/api/mail/drafts/{draft}/upload-links', successStatus: 200 },
  prepare: async (deps, { draft, name, contentType, ...input }, call) => {
    const { account, graph, path } = await choosePerson(deps, call, input);
    const state = requireDraft(await readMessageState({ graph, path }, draft), 'draft');
    return {
      effect: `Make a link to attach "${name}" to the draft "${state.subject ?? ''}"`,
      prepared: { account, path, message: draft, name, contentType },
    };
  },
  perform: async ({ mailFiles }, prepared, { actor }) => {
    const { url, expiresAt } = await mailFiles.links.create({ ...prepared, actor });
    return {
      result: {
        link: { url, method: 'PUT' as const, expiresAt, maxBytes: largestAttachmentBytes },
      },
      id: prepared.message,
    };
  },
});
