import { z } from 'zod';
import { Secret } from './secret.js';

/** A caller's key. The name is public: it becomes the agent in `createdBy`. */
export interface ApiKey {
  readonly name: string;
  readonly secret: Secret;
}

const minimumSecretLength = 32;

/** `name:secret,…`. Messages name the key by its name or place, never by its secret. */
export function apiKeys() {
  return z.string().transform((text, context): ApiKey[] => {
    const keys: ApiKey[] = [];
    const seenSecrets = new Set<string>();
    for (const [index, entry] of text.split(',').entries()) {
      const colon = entry.indexOf(':');
      const name = entry.slice(0, Math.max(colon, 0)).trim();
      const secret = entry.slice(colon + 1).trim();
      const problem = problemOf(name, secret, seenSecrets, keys);
      if (problem !== null) {
        context.addIssue(`entry ${index + 1}: ${problem}`);
        continue;
      }
      seenSecrets.add(secret);
      keys.push({ name, secret: new Secret(secret) });
    }
    return keys;
  });
}

function problemOf(
  name: string,
  secret: string,
  seenSecrets: ReadonlySet<string>,
  keys: readonly ApiKey[],
): string | null {
  if (!/^[A-Za-z0-9._-]{1,64}$/.test(name)) {
    return 'write name:secret; the name has 1 to 64 letters, digits, ".", "_" or "-"';
  }
  if (secret.length < minimumSecretLength) {
    return `the secret of "${name}" needs ${minimumSecretLength} characters or more (openssl rand -hex 32 makes one)`;
  }
  if (keys.some((key) => key.name === name)) return `the name "${name}" is used twice`;
  if (seenSecrets.has(secret)) return `the secret of "${name}" is another key's secret too`;
  return null;
}
