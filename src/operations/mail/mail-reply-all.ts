import { defineAnswer } from './answer-action.js';

export const mailReplyAll = defineAnswer({
  name: 'mail_reply_all',
  title: 'Reply to all',
  description: 'Answers everybody of a message. Use it where all of them should read the answer.',
  path: 'reply-all',
  kind: 'replyAll',
});
