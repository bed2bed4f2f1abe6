import { createHash, randomBytes } from 'node:crypto';
import type { PageVisitors } from './page-visitor.js';

const cookieName = 'tandem_approvals';
const pattern = /^[\w-]{43}$/;

/**
 * Without keys only this machine is served, and whoever sits at it decides. The cookie tells nothing but that a form comes from
 * a page that this browser was shown.
 */
export const openVisitors: PageVisitors = {
  signInPath: null,
  read({ headers }) {
    const kept = cookieIn(headers.cookie ?? '');
    const value = kept ?? randomBytes(32).toString('base64url');
    const cookie = `${cookieName}=${value}; Path=/approvals; HttpOnly; SameSite=Strict`;
    return Promise.resolve({
      decider: {
        kind: 'anonymous',
        owner: 'anonymous',
        way: 'page',
        mayDecideForOthers: true,
        name: 'somebody at this machine',
        keyId: null,
      },
      token: createHash('sha256').update(`approvals form ${value}`).digest('base64url'),
      headers: kept === null ? ['Set-Cookie', cookie] : [],
    });
  },
};

function cookieIn(cookies: string): string | null {
  for (const part of cookies.split(';')) {
    const [key, value = ''] = part.split('=', 2).map((text) => text.trim());
    if (key === cookieName && pattern.test(value)) return value;
  }
  return null;
}
