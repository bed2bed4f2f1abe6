import { conversationSchema } from './conversation-schema.js';
import { directorySchema } from './directory-schema.js';
import { filesSchema } from './files-schema.js';
import { notificationSchema } from './notification-schema.js';
import { outlookSchema } from './outlook-schema.js';
import { plannerSchema } from './planner-schema.js';
import type { Schema } from './schema.js';
import { searchSchema } from './search-schema.js';
import { teamsSchema } from './teams-schema.js';
import { todoSchema } from './todo-schema.js';

/** All that is cut out of Microsoft's schema; what two services share is the same in both cuts. */
export const graphSchema: Schema = {
  types: {
    ...plannerSchema.types,
    ...outlookSchema.types,
    ...todoSchema.types,
    ...teamsSchema.types,
    ...directorySchema.types,
    ...filesSchema.types,
    ...notificationSchema.types,
    ...conversationSchema.types,
    ...searchSchema.types,
  },
  enums: {
    ...plannerSchema.enums,
    ...outlookSchema.enums,
    ...todoSchema.enums,
    ...teamsSchema.enums,
    ...directorySchema.enums,
    ...filesSchema.enums,
    ...notificationSchema.enums,
    ...conversationSchema.enums,
    ...searchSchema.enums,
  },
};
