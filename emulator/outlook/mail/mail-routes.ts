import type { GraphRoute } from '../../graph/route.js';
import { routesOf } from '../../graph/routes-of.js';
import type { OutlookService } from '../outlook-service.js';
import { draftAnswer, sendAnswer } from './answers.js';
import {
  createAttachment,
  deleteAttachment,
  getAttachment,
  getAttachmentValue,
  listAttachments,
} from './attachments/attachments.js';
import { createUploadSession } from './attachments/create-upload-session.js';
import {
  copyFolderTo,
  createFolder,
  deleteFolder,
  getFolder,
  listChildFolders,
  listFolders,
  moveFolderTo,
  updateFolder,
} from './folders.js';
import {
  copyMessageTo,
  createMessage,
  deleteMessage,
  moveMessageTo,
  updateMessage,
} from './message-writes.js';
import { deltaOfFolder, getMessage, listMessages, listMessagesOfFolder } from './messages.js';
import { sendDraft, sendMail } from './send-mail.js';

/** Mail of Graph v1.0, of the signed-in person and of anybody by id. */
export function createMailRoutes(service: OutlookService): readonly GraphRoute[] {
  const on = routesOf(service);
  return ['me', 'users/*'].flatMap((owner) => [
    on(`${owner}/messages`, { GET: listMessages, POST: createMessage }),
    on(`${owner}/sendMail`, { POST: sendMail }),
    on(`${owner}/mailFolders`, { GET: listFolders, POST: createFolder }),
    ...['mailFolders/*', 'mailFolders/*/childFolders/*'].flatMap((folder) => [
      on(`${owner}/${folder}`, { GET: getFolder, PATCH: updateFolder, DELETE: deleteFolder }),
      on(`${owner}/${folder}/childFolders`, { GET: listChildFolders, POST: createFolder }),
      on(`${owner}/${folder}/move`, { POST: moveFolderTo }),
      on(`${owner}/${folder}/copy`, { POST: copyFolderTo }),
    ]),
    on(`${owner}/mailFolders/*/messages`, { GET: listMessagesOfFolder, POST: createMessage }),
    on(`${owner}/mailFolders/*/messages/delta`, { GET: deltaOfFolder }),
    ...['messages', 'mailFolders/*/messages'].flatMap((messages) => [
      on(`${owner}/${messages}/*`, {
        GET: getMessage,
        PATCH: updateMessage,
        DELETE: deleteMessage,
      }),
      on(`${owner}/${messages}/*/move`, { POST: moveMessageTo }),
      on(`${owner}/${messages}/*/copy`, { POST: copyMessageTo }),
      on(`${owner}/${messages}/*/send`, { POST: sendDraft }),
      on(`${owner}/${messages}/*/reply`, { POST: sendAnswer('reply') }),
      on(`${owner}/${messages}/*/replyAll`, { POST: sendAnswer('replyAll') }),
      on(`${owner}/${messages}/*/forward`, { POST: sendAnswer('forward') }),
      on(`${owner}/${messages}/*/createReply`, { POST: draftAnswer('reply') }),
      on(`${owner}/${messages}/*/createReplyAll`, { POST: draftAnswer('replyAll') }),
      on(`${owner}/${messages}/*/createForward`, { POST: draftAnswer('forward') }),
    ]),
    ...[
      'messages',
      'mailFolders/*/messages',
      'events',
      'calendar/events',
      'calendars/*/events',
    ].flatMap((items) => [
      on(`${owner}/${items}/*/attachments`, { GET: listAttachments, POST: createAttachment }),
      on(`${owner}/${items}/*/attachments/createUploadSession`, { POST: createUploadSession }),
      on(`${owner}/${items}/*/attachments/*`, { GET: getAttachment, DELETE: deleteAttachment }),
      on(`${owner}/${items}/*/attachments/*/$value`, { GET: getAttachmentValue }),
    ]),
  ]);
}
