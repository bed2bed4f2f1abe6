import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOfSecret, isKeySecret, makeKeySecret } from '../../../src/access/key-secret.js';
import { fromFields, stateOf, toFields, type StoredKey } from '../../../src/access/stored-key.js';
import { approvalAnswers } from '../../../src/domain/approvals/approval-policy.js';
import { risks } from '../../../src/domain/approvals/risk.js';
import { scopes, writePolicies } from '../../../src/domain/access/caller.js';

const time = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const maybe = fc.option(time);

const aKey: fc.Arbitrary<StoredKey> = fc.record({
  hash: fc.stringMatching(/^[0-9a-f]{64}$/),
  name: fc.stringMatching(/^[A-Za-z0-9._-]{1,64}$/),
  scopes: fc.subarray([...scopes], { minLength: 1 }),
  plans: fc.option(fc.uniqueArray(fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/), { minLength: 1 })),
  policy: fc.constantFrom(...writePolicies),
  approvals: fc.option(
    fc
      .record(
        Object.fromEntries(risks.map((risk) => [risk, fc.constantFrom(...approvalAnswers)])),
        { requiredKeys: [] },
      )
      .filter((answers) => Object.keys(answers).length > 0),
  ),
  createdAt: time,
  expiresAt: maybe,
  revokedAt: maybe,
  lastUsedAt: maybe,
});

describe('a key in Redis', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(aKey, (key) => {
        expect(fromFields(key.hash, toFields(key))).toEqual(key);
      }),
    );
  });

  it('never opens more than it should when a field is lost or changed', () => {
    fc.assert(
      fc.property(aKey, fc.string(), fc.nat(), (key, text, choice) => {
        const fields = toFields(key);
        const names = Object.keys(fields).filter((name) => name !== 'plans' && name !== 'policy');
        const name = names[choice % names.length] ?? 'name';
        const read = fromFields(key.hash, { ...fields, [name]: text });
        const more = read?.scopes.filter((scope) => !key.scopes.includes(scope)) ?? [];
        expect(name === 'scopes' ? [] : more).toEqual([]);
        expect(read?.plans ?? null).toEqual(read === null ? null : key.plans);
        const { policy: _, ...without } = fields;
        expect(fromFields(key.hash, without)).toBeNull();
        expect(fromFields(key.hash, { ...fields, plans: '' })?.plans).toEqual([]);
      }),
    );
  });

  it('is valid until it expires or is revoked', () => {
    const at = '2026-12-01T10:00:00.000Z';
    const ms = Date.parse(at);
    expect(stateOf({ expiresAt: at, revokedAt: null }, ms - 1)).toBe('valid');
    expect(stateOf({ expiresAt: at, revokedAt: null }, ms)).toBe('expired');
    expect(stateOf({ expiresAt: null, revokedAt: at }, ms - 1)).toBe('revoked');
  });
});

describe('a secret', () => {
  it('has 256 random bits behind a prefix that tells what it is', () => {
    const made = new Set(Array.from({ length: 100 }, makeKeySecret));
    expect(made.size).toBe(100);
    for (const secret of made) {
      expect(isKeySecret(secret)).toBe(true);
      expect(Buffer.from(secret.slice('tandem_'.length), 'base64url')).toHaveLength(32);
      expect(hashOfSecret(secret)).toMatch(/^[0-9a-f]{64}$/);
    }
    for (const other of ['', 'tandem_', `tandem_${'x'.repeat(44)}`, `tandem_${'x'.repeat(42)}!`]) {
      expect(isKeySecret(other)).toBe(false);
    }
  });
});
