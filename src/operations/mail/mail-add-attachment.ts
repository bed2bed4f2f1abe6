import * as z from 'zod';
import { attachStream } from '../../graph/mail/attach-stream.js';
import { readMessageState } from '../../graph/mail/read-messages.js';
import { defineAction } from '../define-action.js';
import { mailActionInputs, messageInput } from './mail-inputs.js';
import { openMailbox } from './open-mailbox.js';
import { requireDraft } from './require-draft.js';

export const mailAddAttachment = defineAction({
  name: 'mail_add_attachment',
  title: 'Attach a file by its address',
  description:
    'Attaches a file of an allowed https address to a draft. Use it for files on the web; for others mail_create_upload_link.',
  input: z.strictObject({
    draft: messageInput.describe('Id of the draft.'),
    url: z.string().min(9).max(4_000).describe('Of the file.'),
    name: z.string().trim().min(1).max(255).optional().describe('Left out: that of the address.'),
    ...mailActionInputs,
  }),
  output: z.object({ attachment: z.object({ name: z.string(), size: z.int() }) }),
  restBody: null,
  area: 'mail',
  features: ['writeMail'],
  graphCalls: [
    'POST /users/{id}/messages/{id}/attachments',
    'POST /users/{id}/messages/{id}/attachments/createUploadSession',
  ],
  scope: 'mail:write',
  annotations: { destructive: false, idempotent: false },
  http: { method: 'POST', path: '/api/mail/drafts/{draft}/attachments', successStatus: 200 },
  prepare: async (deps, { draft: id, url: text, name, ...input }, call) => {
    const url = deps.mailFiles.source.check(text);
    const mailbox = await openMailbox(deps, call, input);
    const state = requireDraft(await readMessageState(mailbox, id), 'draft');
    return {
      effect: `Attach ${url.host}${url.pathname} to the draft "${state.subject ?? ''}"`,
      prepared: { mailbox, id, url, name },
    };
  },
  perform: async ({ mailFiles }, { mailbox, id, url, name: wanted }) => {
    const file = await mailFiles.source.open(url);
    try {
      const name = wanted ?? file.name ?? 'file';
      const { contentType, size, bytes } = file;
      const attached = await attachStream(mailbox, id, { name, contentType, size, bytes });
      return { result: { attachment: { name, size: attached } }, id };
    } finally {
      file.close();
    }
  },
});
