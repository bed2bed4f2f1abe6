import type * as z from 'zod';
import type { MailAttachment } from '../../graph/mail/attachments.js';
import type { attachmentSchema } from './mail-schemas.js';

export function toAttachment(attachment: MailAttachment): z.infer<typeof attachmentSchema> {
  const { id, name, contentType, size, isInline } = attachment;
  return {
    id,
    name: name ?? '',
    ...(contentType != null && { contentType }),
    ...(size != null && { size }),
    ...(isInline === true && { isInline }),
    kind: kindOf(attachment),
  };
}

export function kindOf(attachment: MailAttachment): z.infer<typeof attachmentSchema>['kind'] {
  const type = attachment['@odata.type'] ?? '';
  if (type.endsWith('itemAttachment')) return 'item';
  return type.endsWith('referenceAttachment') ? 'link' : 'file';
}
