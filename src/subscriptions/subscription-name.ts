import { createHash } from 'node:crypto';

const longest = 100;

/**
 * Our own stable name of the subscription to a resource, fit for an address, a workflow id and a key. Readable, and with
 * a part of a hash, so that no two resources share one.
 */
export function subscriptionName(resource: string): string {
  const hash = createHash('sha256').update(resource).digest('hex').slice(0, 10);
  const readable = resource.replaceAll(/[^A-Za-z0-9_-]+/g, '.').slice(0, longest);
  return `${readable}-${hash}`;
}
