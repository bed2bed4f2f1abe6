import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const GOOD_FOR_MS = 3_600_000;

/** Makes addresses that give a file to whoever has them, for an hour. */
export interface DownloadKeys {
  keyFor(itemId: string): string;
  isGood(itemId: string, key: string): boolean;
}

export function createDownloadKeys(now: () => Date): DownloadKeys {
  const secret = randomBytes(32);
  const sign = (itemId: string, until: string): string =>
    createHmac('sha256', secret).update(`${itemId} ${until}`).digest('base64url');
  return {
    keyFor(itemId) {
      const until = String(now().getTime() + GOOD_FOR_MS);
      return `${until}.${sign(itemId, until)}`;
    },
    isGood(itemId, key) {
      const [until = '', signature = ''] = key.split('.');
      const [given, right] = [Buffer.from(signature), Buffer.from(sign(itemId, until))];
      const isSame = given.length === right.length && timingSafeEqual(given, right);
      return isSame && Number(until) > now().getTime();
    },
  };
}
