import type { SampleChat } from './sample-talk.js';

export const CHATS: readonly SampleChat[] = [
  {
    topic: 'Launch press',
    members: ['Maya Okafor', 'Priya Raman', 'Tomás Herrera'],
    messages: [
      {
        by: 'Priya Raman',
        text: '<p>The short version of the quote is in the mail.</p>',
        hoursAgo: 1.5,
      },
      { by: 'Maya Okafor', text: '<p>Go ahead with it.</p>', hoursAgo: 1 },
    ],
  },
  {
    topic: 'On call',
    members: ['Jonas Lindqvist', 'Samuel Adeyemi', 'Emma Novák', 'Karim Haddad'],
    messages: [
      { by: 'Karim Haddad', text: '<p>Who is on call this weekend?</p>', hoursAgo: 21 },
      { by: 'Samuel Adeyemi', text: '<p>I am. My phone is on.</p>', hoursAgo: 20.8 },
      {
        by: 'Jonas Lindqvist',
        text: '<p>@{Emma Novák} takes Sunday evening, as agreed.</p>',
        hoursAgo: 20,
      },
    ],
  },
  {
    topic: 'New floor',
    members: ['Sofia Almeida', 'Lena Fischer', 'Karim Haddad', 'Maya Okafor'],
    messages: [
      {
        by: 'Sofia Almeida',
        text: '<p>Two movers have answered, the third has not. I call again tomorrow.</p>',
        hoursAgo: 44,
      },
      { by: 'Lena Fischer', text: '<p>Two are enough for me.</p>', hoursAgo: 43 },
    ],
  },
  {
    members: ['Maya Okafor', 'Jonas Lindqvist'],
    messages: [
      {
        by: 'Jonas Lindqvist',
        text: '<p>Can we move the load test to the evening? Fewer customers online.</p>',
        hoursAgo: 23,
      },
      { by: 'Maya Okafor', text: '<p>Yes, but not after eight.</p>', hoursAgo: 22 },
    ],
  },
  {
    members: ['Priya Raman', 'Emma Whitfield'],
    messages: [
      {
        by: 'Emma Whitfield',
        text: '<p>Hafen Logistik has not released the pictures yet. Do you know somebody there?</p>',
        hoursAgo: 10,
      },
      { by: 'Priya Raman', text: '<p>Their head of sales. I write to her.</p>', hoursAgo: 9.5 },
    ],
  },
  {
    members: ['Aiko Tanaka', 'Karim Haddad'],
    messages: [
      {
        by: 'Aiko Tanaka',
        text: '<p>Could you take the two users of Hafen Logistik? I am in meetings until three.</p>',
        hoursAgo: 5,
      },
      { by: 'Karim Haddad', text: '<p>On it.</p>', hoursAgo: 4.9 },
    ],
  },
  {
    members: ['Ingrid Solberg', 'Maya Okafor'],
    messages: [
      {
        by: 'Ingrid Solberg',
        text: '<p>Are we still good for the launch date?</p>',
        hoursAgo: 52,
      },
      { by: 'Maya Okafor', text: '<p>Yes. I say so in the team today.</p>', hoursAgo: 51 },
    ],
  },
];
