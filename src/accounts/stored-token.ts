import * as z from 'zod';

/** An access token as all processes share it, sealed. Times in ms since the epoch. */
export interface StoredToken {
  readonly token: string;
  readonly issuedAt: number;
  readonly expiresAt: number;
  /** From then on it is to be renewed; it is good until its end. */
  readonly refreshAt: number;
  /** Grows with every token of the account. */
  readonly revision: number;
  /** Got in answer to a claims challenge: challenged again, another one would be no better. */
  readonly answersChallenge: boolean;
}

const schema = z.object({
  token: z.string().min(1),
  issuedAt: z.number(),
  expiresAt: z.number(),
  refreshAt: z.number(),
  revision: z.number(),
  answersChallenge: z.boolean(),
});

export function parseStoredToken(json: string): StoredToken {
  return schema.parse(JSON.parse(json));
}
