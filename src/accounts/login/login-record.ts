import * as z from 'zod';
import { loginProblems, type LoginProblemCode } from '../../domain/accounts/login-problem.js';

const person = z.object({ oid: z.string(), tid: z.string() });

/** What a sign-in is from its beginning to its end. No secret: those are sealed, or only their hash is kept. */
export const loginRecord = z.object({
  loginId: z.string(),
  kind: z.enum(['tool', 'browser', 'connect', 'device']),
  owner: z.string(),
  actor: z.string(),
  /** As Microsoft has to hear it again when the code is redeemed; null: device code. */
  callbackUrl: z.string().nullable(),
  browserHash: z.string().nullable(),
  returnTo: z.string().nullable(),
  expect: person.nullable(),
  pollHash: z.string().nullable(),
  /** What whoever waits for the answer is given: a handle of ours, or Microsoft's own code, which nobody then redeems for them. */
  handsOut: z.enum(['handle', 'code']),
  scopes: z.array(z.string()),
  /** ms since the epoch, as below. */
  beganAt: z.number(),
  expiresAt: z.number(),
  /** Between two questions about a device code. */
  intervalMs: z.number().nullable(),
});

export type LoginRecord = z.infer<typeof loginRecord>;

const account = z.object({
  id: z.string(),
  userName: z.string().nullable(),
  displayName: z.string().nullable(),
  person,
});

const problemCode = z.custom<LoginProblemCode>(
  (code) => typeof code === 'string' && Object.hasOwn(loginProblems, code),
);

/** How a sign-in ended. `said`: Entra's number of the refusal. */
export const loginOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('completed'), account }),
  z.object({ kind: z.literal('failed'), code: problemCode, said: z.string().nullable() }),
]);

export type LoginOutcome = z.infer<typeof loginOutcome>;

/** A sign-in as it lies in Redis. */
export interface StoredLogin {
  readonly record: LoginRecord;
  /** An answer came. Only the first counts. */
  readonly hasArrived: boolean;
  readonly ticketHash: string | null;
  readonly outcome: LoginOutcome | null;
}
