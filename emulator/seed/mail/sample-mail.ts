/** A mail of the first content. People are named as in the directory; others as `Name <address>`. */
export interface SampleMail {
  /** What answers to it name it by; seeds make its ids of it. */
  readonly key: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly cc?: readonly string[];
  /** Left out by answers, which take that of what they answer. */
  readonly subject?: string;
  /** HTML below `body`. */
  readonly body: string;
  readonly hoursAgo: number;
  /** The mail that this one answers, which it quotes. */
  readonly answers?: string;
  readonly forwards?: string;
  readonly importance?: 'low' | 'high';
  readonly isRead?: boolean;
  /** Days from today on which it has to be done; `null` for a flag without a day. */
  readonly flaggedUntil?: number | null;
  readonly categories?: readonly string[];
  /** The folder of whoever gets it: a well-known name, or one of her own. */
  readonly folder?: string;
  readonly isOther?: boolean;
  readonly attachments?: readonly SampleAttachment[];
}

export type SampleAttachment =
  | { readonly kind: 'text'; readonly name: string; readonly text: string }
  | { readonly kind: 'pdf'; readonly name: string; readonly lines: readonly string[] }
  | { readonly kind: 'picture'; readonly name: string; readonly contentId: string }
  | {
      readonly kind: 'mail';
      readonly subject: string;
      readonly from: string;
      readonly text: string;
    }
  | { readonly kind: 'link'; readonly name: string };
