import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keysDue, type ServerKeys } from '../../../src/oauth/server-keys.js';

const day = 86_400_000;

async function keysAfter(days: readonly number[]): Promise<{ keys: ServerKeys; now: number }> {
  let now = 1_000_000;
  let keys = await keysDue(null, now);
  for (const passed of days) {
    now += passed * day;
    keys = (await keysDue(keys, now)) ?? keys;
  }
  if (keys === null) throw new Error('Keys are made where there are none');
  return { keys, now };
}

describe('the keys of the authorization server', () => {
  it('stay as they are for a month', async () => {
    const { keys, now } = await keysAfter([]);
    expect(await keysDue(keys, now + 29 * day)).toBeNull();
  });

  it('are followed by new ones after it, and verify for a day more', async () => {
    const first = await keysAfter([]);
    const second = await keysDue(first.keys, first.now + 30 * day);
    expect(second?.signing.map(({ jwk }) => jwk.kid)).toEqual([
      expect.not.stringMatching(String(first.keys.signing[0]?.jwk.kid)),
      first.keys.signing[0]?.jwk.kid,
    ]);
    expect(second?.cookies[1]).toEqual(first.keys.cookies[0]);
    const third = await keysDue(second, first.now + 60 * day);
    expect(third?.signing.map(({ jwk }) => jwk.kid)).not.toContain(first.keys.signing[0]?.jwk.kid);
  });

  it('always have a current one, and few others', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(40), { maxLength: 6 }), async (days) => {
        const { keys, now } = await keysAfter(days);
        expect(now - (keys.signing[0]?.madeAt ?? 0)).toBeLessThan(30 * day);
        expect(keys.signing.length).toBeLessThanOrEqual(2);
        expect(new Set(keys.signing.map(({ jwk }) => jwk.kid)).size).toBe(keys.signing.length);
      }),
      { numRuns: 20 },
    );
  });
});
