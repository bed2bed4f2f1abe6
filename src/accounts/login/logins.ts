import type { PersonId } from '../../domain/access/caller.js';
import type { LoginProblem } from '../../domain/accounts/login-problem.js';

/**
 * `tool`: an agent began it and hands the address on. `browser`: somebody began it in a browser. `connect`: as part of
 * connecting a host (`AUTH_MODE=oauth`). `device`: the code is typed elsewhere.
 */
export type LoginKind = 'tool' | 'browser' | 'connect' | 'device';

/** `redeeming`: Microsoft's answer is here and is being exchanged. The last three are final. */
export type LoginState = 'waiting' | 'redeeming' | 'completed' | 'failed' | 'expired';

export interface LoginAccount {
  /** As in `Account`. */
  readonly id: string;
  readonly userName: string | null;
  readonly displayName: string | null;
  readonly person: PersonId;
}

/** A sign-in as it stands: no state, no code, no secret. */
export interface LoginView {
  readonly loginId: string;
  readonly state: LoginState;
  readonly kind: LoginKind;
  /** `Caller.owner` of who began: to whom the account will belong. */
  readonly owner: string;
  readonly actor: string;
  /** Once it is completed. */
  readonly account: LoginAccount | null;
  /** Once it has failed or expired. */
  readonly problem: LoginProblem | null;
  /** A path of ours where the browser goes at the end, whatever the end is. */
  readonly returnTo: string | null;
  /** ISO; not finished by then, it expires. */
  readonly expiresAt: string;
}

export interface BeginLogin {
  readonly owner: string;
  readonly actor: string;
  readonly kind: Exclude<LoginKind, 'device'>;
  /** Where Microsoft sends the browser: an allowed base address and `/oauth/callback`. */
  readonly callbackUrl: string;
  /** SHA-256 of the cookie of the browser that began, base64url; only it may bring the answer. Null: no browser began. */
  readonly browserHash: string | null;
  /** A path of ours. */
  readonly returnTo: string | null;
  /** Only this person may sign in. */
  readonly expect: PersonId | null;
  /** A sign-in name that Microsoft's page fills in. */
  readonly loginHint?: string;
  /** Whoever waits may be given Microsoft's own code where the configuration says so; nobody then redeems it for them. */
  readonly handsOutCode?: true;
}

export interface BegunLogin {
  readonly loginId: string;
  /** Comes back with the answer. Whoever has it may ask how the sign-in goes, if the sign-in is theirs. */
  readonly state: string;
  /** Where the person signs in. */
  readonly authUrl: string;
  readonly message: string;
  readonly expiresAt: string;
  /** Lets somebody without a key ask how it goes (`GET /api/callback/{state}`). */
  readonly pollSecret: string;
}

export interface BegunDeviceLogin {
  readonly loginId: string;
  /** What the person types at `verificationUri`. */
  readonly userCode: string;
  readonly verificationUri: string;
  readonly message: string;
  readonly expiresAt: string;
}

/** What became of an answer that a browser brought. */
export type Arrival =
  /** It counts; the sign-in goes on by itself. */
  | { readonly kind: 'taken'; readonly login: LoginView; readonly ticket: string }
  /** The answer itself says that it failed, and the sign-in is over. */
  | { readonly kind: 'failed'; readonly login: LoginView; readonly ticket: string }
  /** It does not count; a sign-in that it named goes on as if nothing had come. */
  | { readonly kind: 'refused'; readonly problem: LoginProblem };

export interface WaitOptions {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
  /** Called about once a second while it waits. */
  readonly progress?: (waitedMs: number) => void;
}

/** Sign-ins of people at Microsoft. All of it is in Redis: any replica may get the answer. */
export interface Logins {
  /** ProblemError temporal_unavailable: nothing was begun. */
  begin(request: BeginLogin): Promise<BegunLogin>;
  /** Asks Microsoft for a code. ProblemError login_failed where it gives none. */
  beginDevice(request: Pick<BeginLogin, 'owner' | 'actor' | 'expect'>): Promise<BegunDeviceLogin>;
  /** Null: there is none, or it is long over. */
  view(loginId: string): Promise<LoginView | null>;
  viewByState(state: string): Promise<LoginView | null>;
  /** The latest of a browser, by the SHA-256 of its cookie (base64url). */
  viewOfBrowser(browserHash: string): Promise<LoginView | null>;
  /** For the browser that brought the answer, and was given this ticket. */
  viewByTicket(loginId: string, ticket: string): Promise<LoginView | null>;
  /** For whoever began it and was given this secret. */
  viewBySecret(state: string, pollSecret: string): Promise<LoginView | null>;
  /** Takes the query of `/oauth/callback`. */
  arrived(query: URLSearchParams, browserHash: string | null): Promise<Arrival>;
  /** Answers when it is over or when the time is, whichever is first; null: there is none. */
  wait(loginId: string, options: WaitOptions): Promise<LoginView | null>;
  /** The same, or when a code is there that is handed out as it is. */
  waitForAnswer(loginId: string, options: WaitOptions): Promise<LoginView | null>;
  /** Ends it, if it is not over yet. */
  cancel(loginId: string): Promise<void>;
}

export function isOver({ state }: Pick<LoginView, 'state'>): boolean {
  return state === 'completed' || state === 'failed' || state === 'expired';
}
