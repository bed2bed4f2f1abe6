import type { AttachmentSource } from './attachment-source.js';
import type { UploadLinks } from './upload-links.js';

/** How files come to messages and leave them. */
export interface MailFiles {
  readonly links: UploadLinks;
  readonly source: AttachmentSource;
  /** Ours, as callers reach it. */
  readonly baseUrl: () => string;
}
