import { accountInput } from '../accounts/account-choice.js';
import { personInput } from '../accounts/person-choice.js';
import { actionInputs } from '../inputs/action-inputs.js';
import { fieldsInput } from '../inputs/fields.js';
import { pageInputs } from '../inputs/page-inputs.js';
import { timeZoneInput } from '../inputs/time-zone.js';

const { limit, cursor } = pageInputs(1, 1);
const { idempotencyKey, dryRun } = actionInputs;

/** Arguments that mean the same in every tool which has them, as operations describe them. */
export const sharedArguments: Readonly<Record<string, string | undefined>> = {
  account: accountInput.description,
  person: personInput.description,
  timeZone: timeZoneInput.description,
  limit: limit.description,
  cursor: cursor.description,
  fields: fieldsInput(['id']).description,
  idempotencyKey: idempotencyKey.description,
  dryRun: dryRun.description,
};

/** What they mean, for models, once for all tools. */
export const sharedMeaning =
  'Arguments of many tools: account, in whose name (an id or sign-in name of auth_list_accounts, or "app"; default: you); ' +
  'person, whose things (default: yours); timeZone, of all times (IANA or Windows name; default: the server’s); ' +
  'limit, how many; cursor, the nextCursor of the last page; fields, the only members to answer besides id; ' +
  'idempotencyKey, with which a write is done once; dryRun, to hear only what would be done.';
