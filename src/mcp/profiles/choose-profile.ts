import type { IncomingMessage } from 'node:http';
import { ProblemError } from '../../domain/problem.js';
import { knownProfiles, readProfile, type Profile } from '../../domain/tools/profile.js';

const header = 'x-tandem-profile';

/**
 * The profile of a request: of its path (`/mcp/mail,calendar`), else of the header X-Tandem-Profile, else the configured
 * one. ProblemError not_found for one that there is not. It is a choice, not a permission: those are of the key, the person
 * and the server.
 */
export function chooseProfile(
  { url = '', headers }: Pick<IncomingMessage, 'url' | 'headers'>,
  usual: Profile,
): Profile {
  const inPath = pathProfile(url);
  const text = inPath ?? headers[header];
  if (text === undefined || text === '') return usual;
  const named = String(text);
  const profile = readProfile(named);
  if (profile === null) throw unknownProfile(named);
  return profile;
}

/** What stands behind `/mcp/`; undefined: nothing does. */
function pathProfile(target: string): string | undefined {
  const [path = ''] = target.split('?', 1);
  const [, , encoded, ...rest] = path.split('/');
  if (encoded === undefined || (encoded === '' && rest.length === 0)) return undefined;
  try {
    return decodeURIComponent([encoded, ...rest].join('/'));
  } catch {
    return encoded;
  }
}

function unknownProfile(text: string): ProblemError {
  return new ProblemError(
    'not_found',
    `There is no profile ${JSON.stringify(text.slice(0, 80))}; known: ${knownProfiles}`,
  );
}
