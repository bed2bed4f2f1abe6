import { randomFillSync } from 'node:crypto';

const FORMAT = /^[A-Za-z0-9_-]{28}$/;

/** Ids of Planner: 28 characters, case-sensitive: base64url of 16 random bytes, a mark and a counter. */
export function createPlannerIdSource(fill: (bytes: Buffer) => void): () => string {
  return () => {
    const bytes = Buffer.alloc(21);
    fill(bytes);
    bytes[16] = 0x64;
    bytes[17] = 0;
    return bytes.toString('base64url');
  };
}

export const newPlannerId = createPlannerIdSource((bytes) => randomFillSync(bytes));

export function isPlannerId(text: string): boolean {
  return FORMAT.test(text);
}
