import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { profileNames, readProfile } from '../../../src/domain/tools/profile.js';
import { chooseProfile } from '../../../src/mcp/profiles/choose-profile.js';
import { holds } from '../../../src/mcp/profiles/holds.js';
import { createReaders } from '../../../src/mcp/profiles/readers.js';
import { operations } from '../../../src/operations/registry.js';
import { everybody } from '../../support/docs/count-tokens.js';
import { profileOf } from '../../support/profile-of.js';

describe('a choice of tools', () => {
  it('is the same in whatever order and case it is written, and however often', () => {
    const choice = fc.array(fc.constantFrom(...profileNames), { minLength: 1 });
    fc.assert(
      fc.property(choice, fc.boolean(), (names, isReadOnly) => {
        const words = isReadOnly ? names.map((name) => `${name}-readonly`) : names;
        const profile = readProfile(words.join(','));
        const again = readProfile(words.toReversed().join(' , ').toUpperCase());
        expect(again?.key).toBe(profile?.key);
        expect(profile?.isReadOnly).toBe(isReadOnly);
        expect([...(profile?.names ?? [])]).toEqual(
          profileNames.filter((name) => names.includes(name)),
        );
      }),
    );
  });

  it('that reads only in one part reads only in all', () => {
    expect(readProfile('mail,calendar-readonly')).toMatchObject({ isReadOnly: true });
  });

  it.each(['', 'post', 'core,', 'core-readonly-readonly', '-readonly', 'core mail'])(
    'is not %j',
    (text) => {
      expect(readProfile(text)).toBeNull();
    },
  );
});

describe('the profile of a request', () => {
  const usual = profileOf('core');
  const keyOf = (url: string, header?: string): string =>
    chooseProfile(
      { url, headers: header === undefined ? {} : { 'x-tandem-profile': header } },
      usual,
    ).key;

  it('is that of its path, else of its header, else the usual one', () => {
    expect(keyOf('/mcp/mail', 'teams')).toBe('mail');
    expect(keyOf('/mcp', 'teams')).toBe('teams');
    expect(keyOf('/mcp/?x=1', 'teams')).toBe('teams');
    expect(keyOf('/mcp')).toBe('core');
  });

  it('may be several, with commas as they are or encoded', () => {
    expect(keyOf('/mcp/mail,calendar')).toBe('mail,calendar');
    expect(keyOf('/mcp/calendar%2Cmail-readonly')).toBe('mail,calendar-readonly');
  });

  it.each(['/mcp/post', '/mcp/mail/', '/mcp/mail/x', '/mcp/%zz', '/mcp//'])(
    'is refused where there is none, naming those that there are: %s',
    (url) => {
      expect(() => keyOf(url)).toThrow('known: core, tasks, mail');
    },
  );
});

describe('profiles', () => {
  it('hold every operation but for the two ways to all others, each in its area', () => {
    const areas = profileNames.filter((name) => !['core', 'all', 'seeds'].includes(name));
    for (const operation of operations) {
      const held = areas.filter((name) => holds(profileOf(name), operation));
      expect(held, operation.name).toHaveLength(operation.name.startsWith('tools_') ? 0 : 1);
      expect(holds(profileOf('all'), operation)).toBe(true);
    }
  });

  it('that only read have the caller only read, always as the same caller', () => {
    const readers = createReaders();
    expect(readers.of(everybody)).toEqual({ ...everybody, policy: 'read' });
    expect(readers.of(everybody)).toBe(readers.of(everybody));
  });
});
