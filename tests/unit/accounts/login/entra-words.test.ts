import { describe, expect, it } from 'vitest';
import { numberIn, readRefusal } from '../../../../src/accounts/login/entra-words.js';
import { toLoginProblem } from '../../../../src/domain/accounts/login-problem.js';

describe('what Entra says when it refuses', () => {
  it.each([
    ['access_denied', '65004', 'access_denied'],
    ['authorization_declined', null, 'access_denied'],
    ['access_denied', '53003', 'blocked'],
    ['invalid_grant', '50105', 'not_assigned'],
    ['consent_required', null, 'consent_needed'],
    ['invalid_grant', '65001', 'consent_needed'],
    ['access_denied', '90094', 'consent_needed'],
    ['expired_token', '70020', 'expired'],
    ['invalid_grant', '54005', 'already_used'],
    ['invalid_client', '7000215', 'misconfigured'],
    ['server_error', null, 'unreachable'],
    ['something_new', '99999', 'refused'],
  ])('%s with %s is %s', (error, number, code) => {
    expect(readRefusal({ error, number })).toEqual({
      code,
      said: number === null ? null : `AADSTS${number}`,
    });
  });

  it('is never quoted: only its number goes on', () => {
    expect(numberIn('AADSTS65004: <script>User declined</script>')).toBe('65004');
    for (const text of [null, '', '65004', 'see AADSTS65004', 'AADSTS', 'AADSTS12345678901']) {
      expect(numberIn(text)).toBeNull();
    }
    expect(toLoginProblem('access_denied', 'AADSTS65004').message).toMatch(/ \(AADSTS65004\)$/);
  });
});
