import { defineAnswer } from './answer-action.js';

export const mailReply = defineAnswer({
  name: 'mail_reply',
  title: 'Reply',
  description:
    'Answers the sender of a message, which is quoted below. Use it to answer one person.',
  path: 'reply',
  kind: 'reply',
  isCore: true,
});
