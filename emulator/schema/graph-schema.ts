import { calendarSchema } from './calendar-schema.js';
import { conversationSchema } from './conversation-schema.js';
import { directorySchema } from './directory-schema.js';
import { filesSchema } from './files-schema.js';
import { mailSchema } from './mail-schema.js';
import { mailboxSchema } from './mailbox-schema.js';
import { notificationSchema } from './notification-schema.js';
import { plannerSchema } from './planner-schema.js';
import { searchSchema } from './search-schema.js';
import { sharedSchema } from './shared-schema.js';
import { teamsSchema } from './teams-schema.js';
import { todoSchema } from './todo-schema.js';
import type { Schema } from './schema.js';

const cuts: readonly Schema[] = [
  calendarSchema,
  conversationSchema,
  directorySchema,
  filesSchema,
  mailSchema,
  mailboxSchema,
  notificationSchema,
  plannerSchema,
  searchSchema,
  sharedSchema,
  teamsSchema,
  todoSchema,
];

/** All that is cut out of Microsoft's schema. */
export const graphSchema: Schema = {
  types: Object.fromEntries(cuts.flatMap(({ types }) => Object.entries(types))),
  enums: Object.fromEntries(cuts.flatMap(({ enums }) => Object.entries(enums))),
};
