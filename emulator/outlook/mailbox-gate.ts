import type { Caller } from '../entra/caller.js';
import { GraphFailure } from '../graph/graph-failure.js';
import type { EmulatorSettings } from '../settings.js';

const WINDOW_MS = 600_000;
const RETRY_AFTER_SECONDS = 1;
/** What a mailbox serves, by the segment behind its owner. To Do has no published limits. */
const OUTLOOK = new Set([
  'calendar',
  'calendargroups',
  'calendarview',
  'calendars',
  'events',
  'findmeetingtimes',
  'mailboxsettings',
  'mailfolders',
  'messages',
  'outlook',
  'reminderview',
  'sendmail',
]);

/**
 * Outlook's limits per app and mailbox: four requests at a time, 10,000 in ten minutes.
 * https://learn.microsoft.com/graph/throttling-limits
 */
export interface MailboxGate {
  /** Answers what ends the request; throws a 429 when the app does too much. Other services pass freely. */
  enter(caller: Caller, segments: readonly string[]): () => void;
}

interface Use {
  running: number;
  windowEnds: number;
  requests: number;
}

/** The mailbox that a path is about. */
export function mailboxOfPath(caller: Caller, segments: readonly string[]): string | undefined {
  const [root, second = '', third = ''] = segments.slice(0, 3).map((part) => part.toLowerCase());
  if (root === 'me' && OUTLOOK.has(second)) return caller.id;
  return root === 'users' && OUTLOOK.has(third) ? second : undefined;
}

export function createMailboxGate(options: {
  settings(): EmulatorSettings;
  now(): Date;
  /** The id of whom a path names by id or sign-in name. */
  ownerOf(name: string): string;
}): MailboxGate {
  const uses = new Map<string, Use>();
  return {
    enter(caller, segments) {
      const mailbox = mailboxOfPath(caller, segments);
      if (mailbox === undefined) return () => {};
      const { mailboxConcurrency, mailboxRequestsPer10Minutes } = options.settings();
      const key = `${caller.appId}/${options.ownerOf(mailbox)}`;
      const at = options.now().getTime();
      const use = uses.get(key) ?? { running: 0, windowEnds: 0, requests: 0 };
      uses.set(key, use);
      if (at >= use.windowEnds) {
        use.windowEnds = at + WINDOW_MS;
        use.requests = 0;
      }
      // Requests that are refused count as well.
      use.requests += 1;
      if (mailboxRequestsPer10Minutes > 0 && use.requests > mailboxRequestsPer10Minutes) {
        throw throttled('RequestsPer10Minutes', Math.ceil((use.windowEnds - at) / 1000));
      }
      if (mailboxConcurrency > 0 && use.running >= mailboxConcurrency) {
        throw throttled('MailboxConcurrency', RETRY_AFTER_SECONDS);
      }
      use.running += 1;
      return () => {
        use.running -= 1;
      };
    },
  };
}

function throttled(limit: string, retryAfterSeconds: number): GraphFailure {
  return new GraphFailure(429, 'ApplicationThrottled', `Application is over its ${limit} limit.`, {
    'Retry-After': String(retryAfterSeconds),
  });
}
