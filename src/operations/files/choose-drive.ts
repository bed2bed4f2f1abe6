import * as z from 'zod';
import { ProblemError } from '../../domain/problem.js';
import type { ItemName } from '../../graph/files/drive-items.js';
import type { GraphGateway } from '../../graph/gateway/graph-gateway.js';
import { graphSegment } from '../../graph/graph-segment.js';
import { accountInput } from '../accounts/account-choice.js';
import { choosePerson, choosePersonalAccount, personInput } from '../accounts/person-choice.js';
import type { OperationDeps } from '../define-operation.js';
import { requireGroup } from '../groups/require-group.js';
import type { OperationCall } from '../operation-call.js';

/** Where files are looked for. */
export const driveInputs = {
  drive: z.string().min(1).max(200).optional().describe('The id of a drive (files_list_drives).'),
  group: z.string().min(1).max(320).optional().describe('A group, for its files: name or id.'),
  person: personInput,
  account: accountInput,
};

/** A file or folder, by one of the two. */
export const itemInputs = {
  id: z.string().min(1).max(200).optional().describe('Its id.'),
  path: z.string().min(1).max(1_000).optional().describe('Or its path: Plans/2027.md.'),
};

interface DriveChoice {
  readonly drive?: string | undefined;
  readonly group?: string | undefined;
  readonly person?: string | undefined;
  readonly account?: string | undefined;
}

/** A drive, and by which account it is reached. */
export interface ChosenDrive {
  readonly graph: GraphGateway;
  /** `/drives/{id}`, `/groups/{id}/drive` or `/users/{id}/drive`. */
  readonly path: string;
  /** `/groups/{id}` or `/users/{id}`; null where the drive was named itself. */
  readonly owner: string | null;
}

/** ProblemErrors as of `choosePerson` and `requireGroup`; invalid_input where more than one is named. */
export async function chooseDrive(
  deps: Pick<OperationDeps, 'accounts' | 'names' | 'graphFor'>,
  call: Pick<OperationCall, 'caller' | 'signal'>,
  { drive, group, person, account: named }: DriveChoice,
): Promise<ChosenDrive> {
  const given = Object.entries({ drive, group, person }).filter(([, value]) => value !== undefined);
  const [, second] = given;
  if (second !== undefined)
    throw tooMuch(
      second[0],
      given.map(([name]) => name),
    );
  if (drive === undefined && group === undefined) {
    const { graph, path } = await choosePerson(deps, call, { account: named, person });
    return { graph, path: `${path}/drive`, owner: path };
  }
  const account = await choosePersonalAccount(deps, call, named);
  const graph = deps.graphFor(account, call);
  if (group === undefined) {
    return { graph, path: `/drives/${graphSegment(drive ?? '')}`, owner: null };
  }
  const { id } = await requireGroup(graph, group);
  const owner = `/groups/${encodeURIComponent(id)}`;
  return { graph, path: `${owner}/drive`, owner };
}

/** ProblemError invalid_input where not exactly one is named. */
export function requireItemName(item: {
  readonly id?: string | undefined;
  readonly path?: string | undefined;
}): ItemName {
  const { id, path } = item;
  if (id !== undefined && path !== undefined) throw tooMuch('path', ['id', 'path']);
  if (id !== undefined) return { id };
  if (path !== undefined) return { path };
  const message = 'is missing: send id or path of the file';
  throw new ProblemError('invalid_input', `id: ${message}`, { errors: [{ field: 'id', message }] });
}

function tooMuch(field: string, names: readonly string[]): ProblemError {
  const message = `send only one of ${names.join(' and ')}`;
  return new ProblemError('invalid_input', `${field}: ${message}`, {
    errors: [{ field, message }],
  });
}
