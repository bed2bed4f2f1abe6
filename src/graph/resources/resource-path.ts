import { withoutTenant } from '../../domain/guid.js';

/** A resource of Graph as names and keys in turn: `['users', '<id>', 'messages', '<id>']`. */
export type ResourcePath = readonly string[];

/** Names of collections in Graph's own spelling; notifications write some of them with a capital. */
const names = new Map(
  [
    'me',
    'users',
    'groups',
    'teams',
    'channels',
    'chats',
    'messages',
    'replies',
    'members',
    'owners',
    'mailFolders',
    'events',
    'calendar',
    'calendars',
    'contacts',
    'todo',
    'lists',
    'tasks',
    'planner',
    'plans',
    'buckets',
    'details',
  ].map((name) => [name.toLowerCase(), name]),
);

const mostSegments = 20;
const longest = 2_000;

/**
 * Reads a path in both spellings that notifications use, `Users('1')/Messages('2')` and `users/1/messages/2`; null for
 * what is none. https://learn.microsoft.com/graph/api/resources/changenotification
 */
export function parseResourcePath(text: string): ResourcePath | null {
  if (text.length > longest) return null;
  const segments: string[] = [];
  let rest = text.replace(/^\//, '');
  while (rest !== '') {
    const match = segmentPattern.exec(rest);
    if (match === null) return null;
    const [whole, name = '', quoted, bare] = match;
    segments.push(canonical(name));
    const key = quoted?.replaceAll("''", "'") ?? bare;
    if (key !== undefined) segments.push(withoutTenant(key));
    rest = rest.slice(whole.length);
    if (rest === '') break;
    if (!rest.startsWith('/') || rest === '/') return null;
    rest = rest.slice(1);
  }
  const isSound =
    segments.length > 0 && segments.length <= mostSegments && segments.every(isSegment);
  return isSound ? segments : null;
}

/** A name, and a key in brackets: quoted with doubled quotes inside, or bare. */
const segmentPattern = /^([^/()']+)(?:\((?:'((?:[^']|'')*)'|([^()']+))\))?/;

/** One text for all spellings of a path. */
export function toResourceText(path: ResourcePath): string {
  return path.join('/');
}

/** As the gateway takes it. */
export function toRequestPath(path: ResourcePath): string {
  return `/${path.map(encodeURIComponent).join('/')}`;
}

function canonical(segment: string): string {
  return names.get(segment.toLowerCase()) ?? withoutTenant(segment);
}

/** Nothing that would lead elsewhere or split a segment again. */
function isSegment(segment: string): boolean {
  return (
    segment !== '' &&
    segment !== '.' &&
    segment !== '..' &&
    // Nor half a character, which no request can carry.
    !/[\p{Cc}\p{Cs}/]/u.test(segment)
  );
}
