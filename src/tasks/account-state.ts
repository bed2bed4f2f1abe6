import * as z from 'zod';
import type { Account } from '../domain/accounts/account.js';

const stateSchema = z.object({
  state: z.enum(['ready', 'reauth_required']),
  userName: z.string().nullable().default(null),
});

/** What the plans of an account want to know of it, from the hash `accounts`; null where it is not there. */
export function parseAccountState(json: string | null): Pick<Account, 'state' | 'userName'> | null {
  return json === null ? null : (stateSchema.safeParse(JSON.parse(json)).data ?? null);
}
