import { createHash } from 'node:crypto';

/** `sub`: a person as one app knows her, and no other does. */
export function pairwiseSubject(appId: string, personId: string): string {
  return createHash('sha256').update(`${appId}/${personId}`).digest('base64url');
}
