import type { ItemBody } from '../outlook/mail/message-record.js';
import type { Tracked } from '../state/change-history.js';

/** A team; its members are those of the group with the same id. */
export interface TeamRecord extends Tracked {
  readonly id: string;
  readonly displayName: string;
  readonly description: string;
  readonly createdDateTime: string;
  readonly ownerIds: readonly string[];
}

export interface ChannelRecord extends Tracked {
  readonly id: string;
  readonly teamId: string;
  readonly displayName: string;
  readonly description: string | null;
  readonly createdDateTime: string;
}

export interface ChatRecord extends Tracked {
  readonly id: string;
  readonly chatType: 'oneOnOne' | 'group';
  readonly topic: string | null;
  readonly memberIds: readonly string[];
  readonly createdDateTime: string;
  readonly lastUpdatedDateTime: string;
}

/** Where a message stands: in a channel, perhaps as a reply, or in a chat. */
export type Place =
  | {
      readonly kind: 'channel';
      readonly teamId: string;
      readonly channelId: string;
      readonly replyToId: string | null;
    }
  | { readonly kind: 'chat'; readonly chatId: string };

export interface ChatMessageRecord extends Tracked {
  readonly id: string;
  readonly place: Place;
  readonly authorId: string;
  readonly item: ChatMessageItem;
}

/** Graph's own property names and values. */
export type ChatMessageItem = {
  readonly createdDateTime: string;
  readonly lastModifiedDateTime: string;
  readonly lastEditedDateTime: string | null;
  readonly deletedDateTime: string | null;
  readonly subject: string | null;
  readonly summary: string | null;
  readonly importance: string;
  readonly locale: string;
  readonly body: ItemBody;
  readonly attachments: readonly unknown[];
  readonly mentions: readonly unknown[];
  /** Absent on messages from before there were any. */
  readonly reactions?: readonly ReactionRecord[];
};

export interface ReactionRecord {
  readonly reactionType: string;
  readonly personId: string;
  readonly createdDateTime: string;
}
