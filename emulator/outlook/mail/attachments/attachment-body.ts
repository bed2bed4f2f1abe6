import { GraphFailure } from '../../../graph/graph-failure.js';
import { checkBody } from '../../../odata/check-body.js';
import { textIn, type Entity } from '../../../odata/entity.js';
import { isObject } from '../../../schema/check-value.js';
import { badOutlookBody } from '../../outlook-failures.js';
import { secondTime, type OutlookService } from '../../outlook-service.js';
import type { AttachmentParts } from './attachment-record.js';
import { keepFile } from './attachment-store.js';

const MEGABYTE = 1024 * 1024;

/** What can be within an `itemAttachment`. */
const ITEM_TYPES = ['message', 'event'];

/** An attachment of a request's body, alone or within its message. Its bytes are kept once it is found good. */
export function readAttachment(service: OutlookService, body: unknown): AttachmentParts {
  if (!isObject(body))
    throw badOutlookBody("An object of type 'microsoft.graph.attachment' is expected.");
  const type = textIn(body, '@odata.type', '').replace(/^#/, '');
  switch (type) {
    case 'microsoft.graph.fileAttachment':
      return readFile(service, body);
    case 'microsoft.graph.itemAttachment':
      return readItem(service, body);
    case 'microsoft.graph.referenceAttachment':
      throw new GraphFailure(
        400,
        'ErrorInvalidRequest',
        'Reference attachments cannot be created through this version.',
      );
    default:
      throw badOutlookBody(
        "Cannot create an abstract class: the property '@odata.type' has to name the kind of the attachment.",
      );
  }
}

/** Refuses a message that has grown beyond what mailboxes take. */
export function requireRoom(
  service: OutlookService,
  parts: readonly Pick<AttachmentParts, 'size'>[],
): void {
  const bytes = parts.reduce((sum, { size }) => sum + size, 0);
  if (bytes <= service.settings().messageMegabytesMax * MEGABYTE) return;
  throw new GraphFailure(
    400,
    'ErrorMessageSizeExceeded',
    'The message exceeds the maximum supported size., Cannot save changes made to an item to store.',
  );
}

function readFile(service: OutlookService, body: Entity): AttachmentParts {
  const checked = checkBody(body, {
    typeName: 'fileAttachment',
    writable: [
      'contentBytes',
      'contentId',
      'contentLocation',
      'contentType',
      'isInline',
      'name',
      'size',
    ],
    code: 'RequestBodyRead',
  });
  const name = nameIn(checked);
  if (typeof checked['contentBytes'] !== 'string') {
    throw new GraphFailure(
      400,
      'ErrorRequiredPropertyMissing',
      "Required property is missing., The property 'contentBytes' is missing.",
    );
  }
  const bytes = Buffer.from(checked['contentBytes'], 'base64');
  return keepFile(service, {
    name,
    bytes,
    contentType: textOf(checked['contentType']),
    isInline: checked['isInline'] === true,
    contentId: textOf(checked['contentId']),
    contentLocation: textOf(checked['contentLocation']),
  });
}

function readItem(service: OutlookService, body: Entity): AttachmentParts {
  const { item, ...rest } = body;
  const checked = checkBody(rest, {
    typeName: 'itemAttachment',
    writable: ['contentType', 'isInline', 'name', 'size'],
    code: 'RequestBodyRead',
  });
  const name = nameIn(checked);
  const type = ITEM_TYPES.find(
    (each) => isObject(item) && textIn(item, '@odata.type', '').endsWith(`microsoft.graph.${each}`),
  );
  if (type === undefined || !isObject(item)) {
    throw new GraphFailure(
      400,
      'ErrorRequiredPropertyMissing',
      "Required property is missing., An item attachment needs its 'item', a message or an event.",
    );
  }
  return {
    name,
    contentType: textOf(checked['contentType']),
    size: Buffer.byteLength(JSON.stringify(item)),
    isInline: checked['isInline'] === true,
    lastModifiedDateTime: secondTime(service.now()),
    content: { kind: 'item', item },
  };
}

function nameIn(checked: Entity): string {
  const name = textIn(checked, 'name', '');
  if (name !== '') return name;
  throw new GraphFailure(
    400,
    'ErrorRequiredPropertyMissing',
    "Required property is missing., The property 'name' is missing.",
  );
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
