import type { LoginProblem } from '../../domain/accounts/login-problem.js';
import { markup } from '../pages/markup.js';
import type { Page } from '../pages/send-page.js';

/** Why connecting does not go on, and what to do. */
export function problemPage(status: number, said: string, advice: string): Page {
  return {
    status,
    title: 'Connecting did not work',
    body: markup`<p class="bad">${said}.</p><p>${advice}</p>`,
  };
}

export const expiredPage = problemPage(
  400,
  'This request to connect is over: it took longer than twenty minutes, was answered already, or was begun in another browser',
  'Go back to the app and connect again.',
);

export const notOurPersonPage = problemPage(
  403,
  'You signed in with an account of an organisation that does not use this server',
  'Go back to the app, connect again, and choose your account of this organisation.',
);

/** A sign-in at Microsoft that has failed; it can be tried again at once. */
export function failedSignInPage(problem: LoginProblem | null, again: string): Page {
  const { message, advice } = problem ?? {
    message: 'The sign-in did not come to its end',
    advice: 'Try it again.',
  };
  return {
    status: 400,
    title: 'The sign-in did not work',
    body: markup`<p class="bad">${message}.</p><p>${advice}</p><p><a href="${again}">Sign in again</a></p>`,
  };
}
