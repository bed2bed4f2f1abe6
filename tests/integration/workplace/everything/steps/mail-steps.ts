import { from } from '../reference.js';
import type { Step } from '../step.js';

const message = from('mail_search', 'messages[subject=Budget approved].id');
const draft = from('mail_create_draft', 'draft.id');
const copy = from('mail_copy', 'message.id');

/** Mail: read, written, filed. */
export const mailSteps: readonly Step[] = [
  { operation: 'mail_list_folders' },
  { operation: 'mail_list_messages', input: { folder: 'inbox', limit: 2 } },
  { operation: 'mail_search', input: { subject: 'Budget approved', limit: 5 } },
  { operation: 'mail_get_message', input: { message } },
  { operation: 'mail_get_thread', input: { message, limit: 2 } },
  { operation: 'mail_list_attachments', input: { message } },
  {
    operation: 'mail_get_attachment',
    input: {
      message,
      attachment: from('mail_list_attachments', 'attachments[name=Launch budget.csv].id'),
    },
  },
  { operation: 'mail_update_message', input: { message, isRead: true, flag: 'flagged' } },
  { operation: 'mail_create_folder', input: { name: from('stand', 'folderName') } },
  { operation: 'mail_copy', input: { message, folder: from('stand', 'folderName') } },
  { operation: 'mail_move', input: { message: copy, folder: 'archive' } },
  { operation: 'mail_delete', input: { message: from('mail_move', 'message.id') } },
  {
    operation: 'mail_create_draft',
    input: { subject: 'Prices of the booth', body: 'Here they are.', to: ['Jonas Lindqvist'] },
  },
  { operation: 'mail_update_draft', input: { draft, cc: ['Priya Raman'] } },
  { operation: 'mail_add_attachment', input: { draft, url: from('stand', 'attachmentUrl') } },
  { operation: 'mail_create_upload_link', input: { draft, name: 'photo.jpg' } },
  { operation: 'mail_send', input: { draft } },
  { operation: 'mail_reply', input: { message, body: 'Thank you, that helps.' } },
  { operation: 'mail_reply_all', input: { message, body: 'Thanks to **all** of you.' } },
  {
    operation: 'mail_forward',
    input: { message, body: 'For your files', to: ['Aiko Tanaka'] },
  },
];
