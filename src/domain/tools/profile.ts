/** Choices of tools; each has a variant that only reads. */
export const profileNames = [
  'core',
  'tasks',
  'mail',
  'calendar',
  'teams',
  'directory',
  'sync',
  'admin',
  'all',
  'seeds',
] as const;

export type ProfileName = (typeof profileNames)[number];

/** What a connection is shown, and may call by name. */
export interface Profile {
  /** The same for the same choice, in whatever order it was made. */
  readonly key: string;
  readonly names: ReadonlySet<ProfileName>;
  /** Nothing is written through it. */
  readonly isReadOnly: boolean;
}

const readOnlySuffix = '-readonly';

/**
 * `core`, `mail,calendar`, `core-readonly`. With several, one that only reads makes the whole connection so: it has one
 * set of tools and cannot tell by which choice a call came. Null: not a choice.
 */
export function readProfile(text: string): Profile | null {
  const words = text.split(',').map((word) => word.trim().toLowerCase());
  const isReadOnly = words.some((word) => word.endsWith(readOnlySuffix));
  const names = words.map((word) =>
    word.endsWith(readOnlySuffix) ? word.slice(0, -readOnlySuffix.length) : word,
  );
  if (!names.every(isProfileName)) return null;
  const chosen = new Set(names);
  const sorted = profileNames.filter((name) => chosen.has(name));
  return {
    key: sorted.join(',') + (isReadOnly ? readOnlySuffix : ''),
    names: new Set(sorted),
    isReadOnly,
  };
}

/** For problems with a choice. */
export const knownProfiles = `${profileNames.join(', ')}; each also with ${readOnlySuffix}, several with commas`;

function isProfileName(word: string): word is ProfileName {
  return (profileNames as readonly string[]).includes(word);
}
