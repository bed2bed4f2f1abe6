import type { Entity } from '../../../odata/entity.js';

/** What an attachment is, whatever it is attached to. */
export interface AttachmentParts {
  readonly name: string;
  readonly contentType: string | null;
  /** Bytes. */
  readonly size: number;
  readonly isInline: boolean;
  readonly lastModifiedDateTime: string;
  readonly content: AttachmentContent;
}

/** `item` holds another message or event as it was; a `reference` only says where something is. */
export type AttachmentContent =
  | {
      readonly kind: 'file';
      /** The bytes' key: copies of a message share them. */
      readonly bytesKey: string;
      /** What `cid:` in the body names. */
      readonly contentId: string | null;
      readonly contentLocation: string | null;
    }
  | { readonly kind: 'item'; readonly item: Entity }
  | { readonly kind: 'reference' };

export interface AttachmentRecord extends AttachmentParts {
  /** Its key here; what Graph shows depends on the id that its message has at the time. */
  readonly key: string;
  /** The key of the message or event. */
  readonly holderKey: string;
}

/** Bytes of a file attachment. */
export interface AttachmentBytes {
  readonly base64: string;
}
