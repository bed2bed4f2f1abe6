import { describe, expect, it } from 'vitest';
import { profileNames } from '../../../src/domain/tools/profile.js';
import { sizeOf } from '../../support/docs/count-tokens.js';

describe('what a model is told of the tools', () => {
  it.each([
    ['core', 8_000],
    ['all', 40_000],
  ])('costs in the profile %s no more than %i tokens', (profile, most) => {
    const { tools, tokens } = sizeOf(profile);
    expect(tokens, `${tools} tools`).toBeLessThanOrEqual(most);
  });

  it.each(profileNames.filter((name) => name !== 'all'))(
    'costs in %s no more than 12,000 tokens, and less to read only',
    (name) => {
      const { tokens } = sizeOf(name);
      expect(tokens).toBeLessThanOrEqual(12_000);
      expect(sizeOf(`${name}-readonly`).tokens).toBeLessThanOrEqual(tokens);
    },
  );
});
