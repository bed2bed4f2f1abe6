import type { Operation } from '../define-operation.js';
import { mailAddAttachment } from './mail-add-attachment.js';
import { mailCopy } from './mail-copy.js';
import { mailCreateDraft } from './mail-create-draft.js';
import { mailCreateFolder } from './mail-create-folder.js';
import { mailCreateUploadLink } from './mail-create-upload-link.js';
import { mailDelete } from './mail-delete.js';
import { mailForward } from './mail-forward.js';
import { mailGetAttachment } from './mail-get-attachment.js';
import { mailGetMessage } from './mail-get-message.js';
import { mailGetThread } from './mail-get-thread.js';
import { mailListAttachments } from './mail-list-attachments.js';
import { mailListFolders } from './mail-list-folders.js';
import { mailListMessages } from './mail-list-messages.js';
import { mailMove } from './mail-move.js';
import { mailReplyAll } from './mail-reply-all.js';
import { mailReply } from './mail-reply.js';
import { mailSearch } from './mail-search.js';
import { mailSend } from './mail-send.js';
import { mailUpdateDraft } from './mail-update-draft.js';
import { mailUpdateMessage } from './mail-update-message.js';

export const mailOperations: readonly Operation[] = [
  mailListMessages,
  mailSearch,
  mailGetMessage,
  mailGetThread,
  mailListFolders,
  mailCreateFolder,
  mailCreateDraft,
  mailUpdateDraft,
  mailSend,
  mailReply,
  mailReplyAll,
  mailForward,
  mailMove,
  mailCopy,
  mailUpdateMessage,
  mailDelete,
  mailListAttachments,
  mailGetAttachment,
  mailAddAttachment,
  mailCreateUploadLink,
];
