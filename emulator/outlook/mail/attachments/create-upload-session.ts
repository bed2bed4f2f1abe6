import type { GraphAnswer, GraphCall } from '../../../graph/exchange.js';
import { GraphFailure } from '../../../graph/graph-failure.js';
import { checkBody } from '../../../odata/check-body.js';
import { textIn } from '../../../odata/entity.js';
import { parametersOf } from '../../action-parameters.js';
import { badOutlookBody } from '../../outlook-failures.js';
import type { OutlookService } from '../../outlook-service.js';
import { requireRoom } from './attachment-body.js';
import { partsOf } from './attachment-store.js';
import { openHolder } from './open-holder.js';
import type { UploadSession } from './upload-sessions.js';

/** A smaller file fits into one request: in base64 it stays below Graph's 4 MB. */
const UPLOAD_BYTES_MIN = 3 * 1024 * 1024;
const UPLOAD_BYTES_MAX = 150 * 1024 * 1024;

/** https://learn.microsoft.com/graph/api/attachment-createuploadsession */
export function createUploadSession(service: OutlookService, call: GraphCall): GraphAnswer {
  const holder = openHolder(service, call, 'write');
  const item = checkBody(parametersOf(call.body).get('attachmentitem'), {
    typeName: 'attachmentItem',
    writable: ['attachmentType', 'contentId', 'contentType', 'isInline', 'name', 'size'],
    code: 'RequestBodyRead',
  });
  const { attachmentType, size, contentType, contentId, isInline } = item;
  const name = textIn(item, 'name', '');
  if (attachmentType !== 'file' || name === '' || typeof size !== 'number') {
    throw badOutlookBody(
      "The parameter 'AttachmentItem' needs an 'attachmentType' of file, a 'name' and a 'size'.",
    );
  }
  if (size < UPLOAD_BYTES_MIN) {
    throw new GraphFailure(
      400,
      'ErrorAttachmentSizeShouldNotBeLessThanMinimumSize',
      `Attachment size should not be less than the minimum size of ${UPLOAD_BYTES_MIN} bytes for an upload session.`,
    );
  }
  if (size > UPLOAD_BYTES_MAX) {
    throw new GraphFailure(
      413,
      'ErrorAttachmentSizeLimitExceeded',
      'The attachment exceeds the size limit.',
    );
  }
  requireRoom(service, [...partsOf(service, holder.key), { size }]);
  const session = service.uploads.open({
    mailboxId: holder.mailboxId,
    collection: call.segments.includes('events') ? 'events' : 'messages',
    holderKey: holder.key,
    holderId: holder.shownId,
    size,
    file: {
      name,
      contentType: typeof contentType === 'string' ? contentType : null,
      contentId: typeof contentId === 'string' ? contentId : null,
      contentLocation: null,
      isInline: isInline === true,
    },
  });
  return {
    status: 201,
    body: JSON.stringify({
      '@odata.context': `${call.root}/$metadata#microsoft.graph.uploadSession`,
      uploadUrl: uploadUrl(new URL(call.root).origin, session),
      expirationDateTime: new Date(session.expiresAt).toISOString(),
      nextExpectedRanges: ['0-'],
    }),
  };
}

/** An address that needs no other proof, at another path than Graph's: the real one is at outlook.office.com. */
function uploadUrl(origin: string, session: UploadSession): string {
  const { mailboxId, collection, holderId, id, authToken } = session;
  const set = collection === 'messages' ? 'Messages' : 'Events';
  return `${origin}/api/v2.0/Users('${mailboxId}')/${set}('${holderId}')/AttachmentSessions('${id}')?authtoken=${authToken}`;
}
