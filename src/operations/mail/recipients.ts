import * as z from 'zod';
import { ProblemError, type FieldProblem } from '../../domain/problem.js';
import type { MailAddress } from '../../graph/mail/write-message.js';
import type { OperationDeps } from '../define-operation.js';
import { requirePersonId } from '../names/require-id.js';
import { summary } from '../check-input.js';

const personSchema = z.object({
  displayName: z.string().nullish(),
  mail: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
});

const address = /^[^\s@<>,;:"()]+@[^\s@<>,;:"()]+\.[^\s@<>,;:"()]+$/;
const namedAddress = /^(.*?)\s*<([^<>]+)>$/;

/** Undefined stays undefined: it is not to be changed. */
export type Recipients<Field extends string> = {
  readonly [Name in Field]?: readonly MailAddress[] | undefined;
};

/**
 * Whom mail goes to. An address is taken as it is, foreign ones too, also as `Ana <ana@example.com>`; a name or id is
 * looked up in the directory. ProblemError invalid_input names every one that is not clear, with candidates.
 */
export async function resolveRecipients<Field extends string>(
  deps: Pick<OperationDeps, 'names' | 'metadata'>,
  wanted: { readonly [Name in Field]?: readonly string[] | undefined },
): Promise<Recipients<Field>> {
  const problems: FieldProblem[] = [];
  const resolved: { [Name in Field]?: readonly MailAddress[] } = {};
  for (const field in wanted) {
    const names = wanted[field];
    if (names === undefined) continue;
    const found = await Promise.all(
      names.map((name) =>
        resolve(deps, name, field).catch((error: unknown) => {
          if (!(error instanceof ProblemError) || error.code !== 'invalid_input') throw error;
          problems.push(
            ...(error.extra.errors ?? []).map((one) => saying(one, name, names.length)),
          );
          return null;
        }),
      ),
    );
    resolved[field] = unique(found.filter((one) => one !== null));
  }
  if (problems.length > 0) {
    throw new ProblemError('invalid_input', summary(problems), { errors: problems });
  }
  return resolved;
}

/** Of several names it is said which one is meant. */
function saying(problem: FieldProblem, name: string, count: number): FieldProblem {
  return count === 1 ? problem : { ...problem, message: `"${name}" ${problem.message}` };
}

/** `Ana Lopez <ana@example.com>` and `2 others`, for people. */
export function namesOf(recipients: readonly MailAddress[]): string {
  const [first, ...others] = recipients.map(({ name, address: at }) => name ?? at);
  if (first === undefined) return 'nobody';
  if (others.length === 0) return first;
  return others.length === 1 ? `${first} and ${others[0]}` : `${first} and ${others.length} others`;
}

/** For what a person sees before they say yes. */
export function shown(recipients: readonly MailAddress[]): readonly string[] {
  return recipients.map(({ name, address: at }) => (name === undefined ? at : `${name} <${at}>`));
}

async function resolve(
  deps: Pick<OperationDeps, 'names' | 'metadata'>,
  wanted: string,
  field: string,
): Promise<MailAddress> {
  const text = wanted.trim();
  if (address.test(text)) return { address: text };
  const [, name = '', inner = ''] = namedAddress.exec(text) ?? [];
  if (address.test(inner)) {
    const bare = name.replaceAll(/^"|"$/g, '').trim();
    return { address: inner, ...(bare !== '' && { name: bare }) };
  }
  if (text.includes('@')) throw wrong(field, `"${text}" is no mail address`);
  const id = await requirePersonId(deps.names, text, field);
  const person = await readPerson(deps, id);
  const mail = person.mail ?? person.userPrincipalName;
  if (mail == null) throw wrong(field, `${person.displayName ?? text} has no mail address`);
  return { address: mail, ...(person.displayName != null && { name: person.displayName }) };
}

async function readPerson(
  { metadata }: Pick<OperationDeps, 'metadata'>,
  id: string,
): Promise<z.infer<typeof personSchema>> {
  const { json } = await metadata.read('users', id);
  return personSchema.parse(JSON.parse(json));
}

function unique(recipients: readonly MailAddress[]): readonly MailAddress[] {
  const byAddress = new Map(recipients.map((one) => [one.address.toLowerCase(), one]));
  return [...byAddress.values()];
}

function wrong(field: string, message: string): ProblemError {
  return new ProblemError('invalid_input', `${field}: ${message}`, {
    errors: [{ field, message }],
  });
}
