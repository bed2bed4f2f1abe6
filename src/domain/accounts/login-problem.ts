/** Why a sign-in did not come to its end. */
export const loginProblems = {
  access_denied: {
    message: 'The sign-in was cancelled, or what was asked for was declined',
    advice: 'Begin again when you want to allow it; nothing was kept.',
  },
  consent_needed: {
    message: 'An administrator has to allow this app first',
    advice:
      'Ask an administrator of your organisation to grant admin consent to the app under Enterprise applications, then begin again.',
  },
  not_assigned: {
    message: 'The organisation lets only chosen people use this app, and this person is not one',
    advice:
      'Ask an administrator to add you under Enterprise applications, Users and groups, then begin again.',
  },
  blocked: {
    message: 'A policy of the organisation blocks this sign-in',
    advice:
      'Ask an administrator which Conditional Access policy applies, or sign in from a device that it allows.',
  },
  expired: {
    message: 'The sign-in took too long: it has to be finished within a few minutes',
    advice: 'Begin again and finish it in one go.',
  },
  already_used: {
    message: 'This sign-in has already come back once; each counts one time only',
    advice: 'If you did not do that, or it failed, begin again.',
  },
  unknown_state: {
    message: 'No sign-in of this server is waiting for this answer',
    advice: 'It has ended, or was begun somewhere else. Begin again where you came from.',
  },
  other_browser: {
    message: 'The sign-in was begun in another browser',
    advice: 'Finish it in the browser in which it was begun, or begin again in this one.',
  },
  other_person: {
    message: 'Somebody else signed in than the sign-in was begun for',
    advice: 'Begin again and choose the account that was named, or sign out at Microsoft first.',
  },
  refused: {
    message: 'Microsoft Entra ID refused the sign-in',
    advice:
      'Begin again; if it is refused once more, show the code of the error to who runs this server.',
  },
  misconfigured: {
    message: "This server's registration at Microsoft Entra ID does not fit",
    advice:
      'Who runs this server has to compare the app registration with its configuration: client id, secret, redirect address.',
  },
  unreachable: {
    message: 'Microsoft Entra ID could not be reached in the minute in which its answer counts',
    advice: 'Begin again in a moment.',
  },
  interrupted: {
    message: 'The server could not finish the sign-in in the minute in which it counts',
    advice: 'Begin again in a moment; nothing was kept.',
  },
  cancelled: { message: 'The sign-in was cancelled', advice: 'Begin again when it is wanted.' },
} as const satisfies Record<string, { readonly message: string; readonly advice: string }>;

export type LoginProblemCode = keyof typeof loginProblems;

/** In words for people; nothing of it was written by somebody outside. */
export interface LoginProblem {
  readonly code: LoginProblemCode;
  readonly message: string;
  readonly advice: string;
}

/** `said`: the number of Entra's refusal (`AADSTS…`), for who looks into it. */
export function toLoginProblem(code: LoginProblemCode, said: string | null = null): LoginProblem {
  const { message, advice } = loginProblems[code];
  return { code, message: said === null ? message : `${message} (${said})`, advice };
}

export function isLoginProblem(code: string): code is LoginProblemCode {
  return Object.hasOwn(loginProblems, code);
}
