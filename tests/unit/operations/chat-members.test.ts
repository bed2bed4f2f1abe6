import { describe, expect, it } from 'vitest';
import { isGuest } from '../../../src/operations/teams/chat-members.js';

describe('whether somebody is a guest', () => {
  const foreign = 'ana_fabrikam.example#EXT#@contoso.example';

  it.each([
    [{ userType: 'Guest', userPrincipalName: foreign }, true],
    [{ userType: 'Member', userPrincipalName: foreign }, false],
    [{ userType: null, userPrincipalName: foreign }, true],
    [{ userPrincipalName: 'maya@contoso.example' }, false],
    [{}, false],
  ])('%j: %s', (user, expected) => {
    expect(isGuest(user)).toBe(expected);
  });
});
