import type { SampleTeam } from './sample-talk.js';

export const TEAMS: readonly SampleTeam[] = [
  {
    group: 'Product team',
    general: [
      { by: 'Lena Fischer', text: '<p>The launch budget is approved.</p>', hoursAgo: 94 },
      {
        by: 'Maya Okafor',
        subject: 'Launch date',
        text: '<p>We stay with the date, @{Priya Raman} and @{Jonas Lindqvist}. Everything that is not on the board by Friday goes into the release after it.</p>',
        hoursAgo: 50,
        importance: 'high',
        replies: [
          {
            by: 'Jonas Lindqvist',
            text: '<p>Fine with us, if the load test is good on Wednesday.</p>',
            hoursAgo: 49,
          },
        ],
      },
    ],
    channels: [
      {
        name: 'Launch',
        description: 'What has to happen before the launch',
        threads: [
          {
            by: 'Maya Okafor',
            text: '<p>Who can check the landing page on a phone today?</p>',
            hoursAgo: 6,
            replies: [
              { by: 'Aiko Tanaka', text: '<p>I can, after lunch.</p>', hoursAgo: 5.5 },
              {
                by: 'Tomás Herrera',
                text: '<p>Thank you, the link is on the card.</p>',
                hoursAgo: 5,
              },
            ],
          },
        ],
      },
    ],
  },
  {
    group: 'Marketing',
    general: [
      {
        by: 'Priya Raman',
        subject: 'Who does what this week',
        text: '<p>Newsletter: @{Emma Whitfield} and I. Pictures for the fair: @{Tomás Herrera}. Please move your cards yourselves, I look at the board on Thursday.</p>',
        hoursAgo: 75,
        replies: [
          {
            by: 'Emma Whitfield',
            text: '<p>The subject line is ready, the teaser waits for the press release.</p>',
            hoursAgo: 70,
          },
          {
            by: 'Tomás Herrera',
            text: '<p>I need the size of the wall from the printer first. I have asked twice.</p>',
            hoursAgo: 29,
          },
        ],
      },
    ],
    channels: [
      {
        name: 'Campaigns',
        description: 'Newsletter, posts and what came of them',
        threads: [
          {
            by: 'Emma Whitfield',
            text: '<p>Three subject lines for the newsletter:</p><ul><li>Ready when you are</li><li>The form that fills itself</li><li>Less typing, more doing</li></ul><p>Which one, @{Priya Raman}?</p>',
            hoursAgo: 26,
            replies: [
              { by: 'Priya Raman', text: '<p>The second one.</p>', hoursAgo: 25 },
              { by: 'Maya Okafor', text: '<p>The second, without doubt.</p>', hoursAgo: 24.5 },
            ],
          },
        ],
      },
      {
        name: 'Trade fair',
        description: 'The logistics fair and everything we bring there',
        threads: [
          {
            by: 'Maya Okafor',
            subject: 'Booth 4.12',
            text: '<p>The organiser wants an answer about the corner booth by tomorrow. It costs 900 Euro more.</p>',
            hoursAgo: 9,
            replies: [
              {
                by: 'Priya Raman',
                text: '<p>Worth it. @{Maya Okafor}, do you confirm it?</p>',
                hoursAgo: 8,
              },
            ],
          },
        ],
      },
    ],
  },
  {
    group: 'Engineering',
    general: [
      {
        by: 'Jonas Lindqvist',
        text: '<p>No releases from Thursday noon until the launch, except fixes that two of us have looked at.</p>',
        hoursAgo: 54,
        importance: 'high',
        replies: [{ by: 'Samuel Adeyemi', text: '<p>👍</p>', hoursAgo: 53.5 }],
      },
    ],
    channels: [
      {
        name: 'Releases',
        description: 'What goes out and when',
        threads: [
          {
            by: 'Emma Novák',
            subject: 'Fix of the sign-up form',
            text: '<p>Out since 10:20. Old scripts are no longer cached; the page reloads itself once.</p>',
            hoursAgo: 4,
            replies: [
              {
                by: 'Aiko Tanaka',
                text: '<p>All three customers say it works. Thank you, @{Emma Novák}!</p>',
                hoursAgo: 2.5,
              },
            ],
          },
        ],
      },
      {
        name: 'Support',
        description: 'What customers report',
        threads: [
          {
            by: 'Karim Haddad',
            text: '<p>Export stops at row 20,000 for two customers. @{Samuel Adeyemi}, is that a limit of ours or of theirs?</p>',
            hoursAgo: 32,
            replies: [
              {
                by: 'Samuel Adeyemi',
                text: '<p>Ours: the request times out. They can export by year meanwhile.</p>',
                hoursAgo: 31,
              },
              { by: 'Karim Haddad', text: '<p>I tell them.</p>', hoursAgo: 30.5 },
            ],
          },
        ],
      },
      { name: 'Incidents', description: 'Only when something is down', threads: [] },
    ],
  },
  {
    group: 'Leadership',
    general: [
      {
        by: 'Ingrid Solberg',
        subject: 'Numbers before Monday',
        text: '<p>Please send @{Lena Fischer} the numbers of your teams by Friday evening: costs so far, people needed next quarter, one risk.</p>',
        hoursAgo: 30,
        replies: [
          {
            by: 'Jonas Lindqvist',
            text: '<p>Mine are in the sheet. The risk is the job queue.</p>',
            hoursAgo: 27,
          },
          { by: 'Lena Fischer', text: '<p>Marketing and Product are missing.</p>', hoursAgo: 7 },
        ],
      },
    ],
    channels: [
      {
        name: 'Office move',
        description: 'The new floor',
        threads: [
          {
            by: 'Sofia Almeida',
            text: '<p>The internet line takes six weeks from the order. It is not ordered yet.</p>',
            hoursAgo: 28,
            replies: [
              {
                by: 'Ingrid Solberg',
                text: '<p>Then today, please. Who has the plan of the floor?</p>',
                hoursAgo: 27.5,
              },
            ],
          },
        ],
      },
    ],
  },
];
