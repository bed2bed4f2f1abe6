import { readProfile, type Profile } from '../../src/domain/tools/profile.js';

/** The profile of a choice that is known to be one. */
export function profileOf(text: string): Profile {
  const profile = readProfile(text);
  if (profile === null) throw new Error(`There is no profile ${text}`);
  return profile;
}
