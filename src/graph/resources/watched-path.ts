import { parseResourcePath, toResourceText, type ResourcePath } from './resource-path.js';

/** What a subscription of each channel may notify about, however narrow it is. */
const shapes: Readonly<Record<string, RegExp>> = {
  mail: /^users\/[^/]+(?:\/mailFolders\/[^/]+)*\/messages\/[^/]+$/,
  calendar: /^users\/[^/]+(?:\/calendar|\/calendars\/[^/]+)?\/events\/[^/]+$/,
  todo: /^users\/[^/]+\/todo\/lists\/[^/]+\/tasks\/[^/]+$/,
  teams:
    /^(?:users\/[^/]+\/)?chats\/[^/]+(?:\/(?:messages|members)\/[^/]+)?$|^teams\/[^/]+(?:\/channels\/[^/]+(?:\/messages\/[^/]+(?:\/replies\/[^/]+)?)?)?(?:\/members\/[^/]+)?$/,
  users: /^users\/[^/]+$/,
  groups: /^groups\/[^/]+(?:\/(?:members|owners)\/[^/]+)?$/,
};

/** Whose ids must be those of the subscription. */
const fixed = ['users', 'groups', 'teams', 'channels', 'chats', 'lists'] as const;
const objectId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The path to read for a notification, which must lie in what its subscription watches: whoever could forge one would
 * else have us read, with the app's permissions, whatever they name. Null where it does not. A person whom the two name
 * differently, by a sign-in name, is read by the subscription's name.
 */
export function watchedPath(
  path: ResourcePath,
  { kind, watched }: { readonly kind: string; readonly watched: string },
): ResourcePath | null {
  const whole = parseResourcePath(watched);
  const shape = Object.hasOwn(shapes, kind) ? shapes[kind] : undefined;
  if (whole === null || shape?.test(toResourceText(path)) !== true) return null;
  if (kind === 'teams' && path.includes('chats') !== whole.includes('chats')) return null;
  const own = [...path];
  for (const name of fixed) {
    const expected = keyOf(whole, name);
    const at = path.indexOf(name) + 1;
    const given = path[at];
    // A chat is named without the person who is in it.
    if (expected === null || given === undefined || at === 0) continue;
    if (given.toLowerCase() === expected.toLowerCase()) continue;
    const areOne = name === 'users' && !(objectId.test(given) && objectId.test(expected));
    if (!areOne) return null;
    if (!objectId.test(given)) own[at] = expected;
  }
  return own;
}

/** Null where all of that name are meant: `users`, `chats/getAllMessages`. */
function keyOf(path: ResourcePath, name: string): string | null {
  const at = path.indexOf(name);
  const key = at < 0 ? undefined : path[at + 1];
  return key === undefined || /^getAll\w+$/i.test(key) ? null : key;
}
