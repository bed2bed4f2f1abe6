import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatEnvelope, parseEnvelope } from '../../../../src/accounts/vault/envelope.js';
import { VaultError } from '../../../../src/accounts/vault/vault-error.js';
import { createVault } from '../../../../src/accounts/vault/vault.js';
import type { KeyRing, SealingKey } from '../../../../src/config/key-ring.js';
import { Secret } from '../../../../src/config/secret.js';

const aKey = (id: string, fill: number): SealingKey => ({
  id,
  key: new Secret(Buffer.alloc(32, fill)),
});
const ring: KeyRing = [aKey('k1', 1)];
const vault = createVault({ keys: ring, namespace: 'annika' });

function problemOf(open: () => string): string {
  try {
    return `opened: ${open()}`;
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
    return error.problem;
  }
}

describe('what the vault seals', () => {
  it('opens as it was, for the purpose and the subject it was sealed for', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string(),
        fc.string(),
        (text, what, whose) => {
          expect(vault.open(what, whose, vault.seal(what, whose, text))).toBe(text);
        },
      ),
    );
  });

  it('does not open in another place: account, purpose or namespace', () => {
    const sealed = vault.seal('access token', 'a', 'secret');
    expect(problemOf(() => vault.open('access token', 'b', sealed))).toBe('refused');
    expect(problemOf(() => vault.open('token cache', 'a', sealed))).toBe('refused');
    const elsewhere = createVault({ keys: ring, namespace: 'other' });
    expect(problemOf(() => elsewhere.open('access token', 'a', sealed))).toBe('refused');
  });

  it('says where a text belongs without a way to read two places alike', () => {
    const sealed = vault.seal('a', 'b","c', 'secret');
    expect(problemOf(() => vault.open('a","b', 'c', sealed))).toBe('refused');
  });

  it('does not open when anything of it was changed', () => {
    const sealed = vault.seal('access token', 'a', 'secret');
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.constantFrom('A', 'B', '.', 'x'), (at, letter) => {
        fc.pre(sealed[at] !== letter);
        const changed = sealed.slice(0, at) + letter + sealed.slice(at + 1);
        // Base64 has bits at the end that count for nothing.
        fc.pre(!isSame(sealed, changed));
        expect(problemOf(() => vault.open('access token', 'a', changed))).not.toMatch(/^opened/);
      }),
      { numRuns: 300 },
    );
  });

  it('does not open when halves of two are put together', () => {
    const [one, other] = ['x', 'y'].map((text) => parseEnvelope(vault.seal('p', 's', text)));
    if (one === undefined || one === null || other === undefined || other === null) {
      throw new Error('no envelope');
    }
    const mixed = formatEnvelope({ key: one.key, body: other.body });
    expect(problemOf(() => vault.open('p', 's', mixed))).toBe('refused');
  });

  it('never looks the same twice, and shows nothing of the text', () => {
    const [one, other] = [vault.seal('p', 's', 'secret'), vault.seal('p', 's', 'secret')];
    expect(one).not.toBe(other);
    expect(one).not.toContain('secret');
    expect(one.startsWith('tandem-sealed-1.k1.')).toBe(true);
  });

  it('is opened by an older key of the list, and sealed with the first', () => {
    const both = createVault({ keys: [aKey('k2', 2), aKey('k1', 1)], namespace: 'annika' });
    expect(both.open('p', 's', vault.seal('p', 's', 'text'))).toBe('text');
    const sealed = both.seal('p', 's', 'text');
    expect(problemOf(() => vault.open('p', 's', sealed))).toBe('unknown_key');
  });

  it('is refused in words that name key and purpose, and nothing of it', () => {
    const sealed = createVault({ keys: [aKey('k9', 9)], namespace: 'annika' }).seal('p', 's', 'x');
    const message = (() => {
      try {
        return vault.open('access token', 's', sealed);
      } catch (error) {
        return String(error);
      }
    })();
    expect(message).toContain('access token is sealed with the key "k9"');
    expect(message).toContain('TOKEN_ENCRYPTION_KEY');
    expect(problemOf(() => vault.open('p', 's', 'never sealed'))).toBe('malformed');
  });
});

function isSame(one: string, other: string): boolean {
  const [left, right] = [parseEnvelope(one), parseEnvelope(other)];
  return (
    left !== null &&
    right !== null &&
    left.key.keyId === right.key.keyId &&
    Buffer.from(left.key.bytes).equals(Buffer.from(right.key.bytes)) &&
    Buffer.from(left.body).equals(Buffer.from(right.body))
  );
}
