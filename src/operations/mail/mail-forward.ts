import { defineAnswer } from './answer-action.js';

export const mailForward = defineAnswer({
  name: 'mail_forward',
  title: 'Forward',
  description:
    'Forwards a message with its attachments and a comment. Use it to show a message to somebody else.',
  path: 'forward',
  kind: 'forward',
});
