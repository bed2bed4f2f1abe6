import type { GraphRoute } from '../../graph/route.js';
import { routesOf } from '../../graph/routes-of.js';
import type { OutlookService } from '../outlook-service.js';
import { createFolder, getFolder, listChildFolders, listFolders } from './folders.js';
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
    on(`${owner}/mailFolders/*`, { GET: getFolder }),
    on(`${owner}/mailFolders/*/childFolders`, { GET: listChildFolders, POST: createFolder }),
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
    ]),
  ]);
}
