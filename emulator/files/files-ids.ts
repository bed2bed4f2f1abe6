import { createHash } from 'node:crypto';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** OneDrive's ids of drives: `b!` and base64 of three GUIDs. */
export function driveIdOf(unique: string): string {
  const bytes = createHash('sha512').update(`drive ${unique}`).digest().subarray(0, 48);
  return `b!${bytes.toString('base64url')}`;
}

/** OneDrive's ids of items: 34 capital letters and digits. */
export function driveItemIdOf(driveId: string, unique: string): string {
  const bytes = createHash('sha256').update(`${driveId} ${unique}`).digest();
  return `01${[...bytes].map((byte) => BASE32[byte % 32]).join('')}`;
}

/** The GUID in an item's tags and addresses. */
export function uniqueIdOf(itemId: string): string {
  const hex = createHash('sha256').update(itemId).digest('hex').toUpperCase();
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}
