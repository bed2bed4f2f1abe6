/** What a name may have meant. */
export interface Candidate {
  /** Send this instead of the name. */
  readonly id: string;
  readonly name: string;
  /** Of people: tells those of one name apart, as do the next two. */
  readonly mail?: string;
  readonly jobTitle?: string;
  readonly department?: string;
}

/** One thing that is wrong with a request, named by the caller's own field. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
  readonly suggestion?: string;
  readonly candidates?: readonly Candidate[];
}

/** RFC 9457 problem details with our extensions. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail?: string;
  readonly errors?: readonly FieldProblem[];
  readonly current?: unknown;
  /** Seconds after which the same request may do better; also the header Retry-After. */
  readonly retryAfter?: number;
  /** With insufficient_scope: the one that is needed. */
  readonly scope?: string;
}

/** What `WWW-Authenticate` says beside a refusal; it is no part of the answer's body. */
export interface Challenge {
  /** What a better token has to hold, in the words of who issues it, separated by blanks; null: none would help. */
  readonly scope?: string | null;
  /** Address of our metadata (RFC 9728), where callers learn who issues tokens. */
  readonly resourceMetadata?: string;
  /** What a better token has to prove, as Entra wrote it (JSON). */
  readonly claims?: string;
}

/** Every code that a caller can get, with its HTTP status and title. */
export const problemCatalogue = {
  invalid_json: { status: 400, title: 'The body is not valid JSON' },
  invalid_input: { status: 400, title: 'The request has problems' },
  invalid_cursor: { status: 400, title: 'The cursor is not one of ours' },
  unauthorized: { status: 401, title: 'A valid key is needed' },
  forbidden: { status: 403, title: 'Not allowed' },
  insufficient_scope: { status: 403, title: 'The key has not the scope' },
  read_only: { status: 403, title: 'This server only reads' },
  write_policy: { status: 403, title: 'Not for this key to change' },
  account_forbidden: { status: 403, title: 'The account is not yours' },
  account_not_found: { status: 404, title: 'There is no such account' },
  reauth_required: { status: 409, title: 'The account must sign in again' },
  login_not_found: { status: 404, title: 'There is no such sign-in' },
  login_failed: { status: 409, title: 'The sign-in failed' },
  not_found: { status: 404, title: 'Not found' },
  plan_not_found: { status: 404, title: 'There is no such plan' },
  plan_forbidden: { status: 403, title: 'The plan may not be read' },
  graph_forbidden: { status: 403, title: 'Microsoft Graph does not allow it' },
  plan_in_preview: { status: 409, title: 'The plan is in preview' },
  plan_removal_ended: { status: 409, title: 'The plan is no longer being removed' },
  plan_not_stopped: { status: 409, title: 'The plan is not stopped' },
  graph_refused: { status: 422, title: 'Microsoft Graph refused it' },
  graph_conflict: { status: 409, title: 'It has changed at Microsoft meanwhile' },
  graph_unavailable: { status: 503, title: 'Microsoft Graph is away' },
  subscription_not_found: { status: 404, title: 'There is no such subscription' },
  subscription_configured: { status: 409, title: 'The subscription is in the configuration' },
  no_public_address: { status: 422, title: 'Microsoft Graph cannot reach this server' },
  deleted: { status: 404, title: 'The task was deleted' },
  method_not_allowed: { status: 405, title: 'This method is not offered here' },
  stale_revision: { status: 409, title: 'The task has changed since' },
  not_deleted: { status: 409, title: 'The task is not deleted' },
  conflict_outdated: { status: 409, title: 'The value has changed since the conflict' },
  approval_not_found: { status: 404, title: 'There is no such approval' },
  approval_refused: { status: 403, title: 'A person has refused it' },
  approval_expired: { status: 409, title: 'Nobody has decided in time' },
  approval_decided: { status: 409, title: 'It is decided already' },
  approval_outdated: { status: 409, title: 'It is no longer what was approved' },
  action_denied: { status: 403, title: 'This is not to be done from here' },
  outcome_unknown: { status: 409, title: 'Whether it was done is not known' },
  not_undoable: { status: 409, title: 'This cannot be taken back' },
  body_too_large: { status: 413, title: 'The body is too large' },
  unsupported_media_type: { status: 415, title: 'Send JSON' },
  idempotency_key_reused: { status: 422, title: 'The key was used for another request' },
  plan_not_linked: { status: 422, title: 'The plan is not linked' },
  too_many_requests: { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something went wrong here' },
  sign_in_unavailable: { status: 503, title: 'The sign-in service is away' },
  not_replicated: {
    status: 503,
    title: 'The write is done, but not on as many replicas as wanted',
  },
  temporal_unavailable: { status: 503, title: 'Temporal is away' },
  inbox_full: { status: 503, title: 'Too many notifications wait' },
  redis_unavailable: { status: 503, title: 'Redis is away' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problemCatalogue;

/** A failure that a caller may see, word for word. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: number;

  constructor(
    readonly code: ProblemCode,
    detail: string,
    readonly extra: Pick<Problem, 'errors' | 'current' | 'retryAfter' | 'scope'> = {},
    readonly challenge: Challenge = {},
  ) {
    super(detail);
    this.status = problemCatalogue[code].status;
  }

  /** The same refusal, with what would help. */
  asking(challenge: Challenge): ProblemError {
    const asked = { ...challenge, ...this.challenge };
    return new ProblemError(this.code, this.message, this.extra, asked);
  }

  toProblem(): Problem {
    const { status, title } = problemCatalogue[this.code];
    return {
      type: 'about:blank',
      title,
      status,
      code: this.code,
      detail: this.message,
      ...this.extra,
    };
  }
}
