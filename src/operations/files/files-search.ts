import * as z from 'zod';
import { ProblemError } from '../../domain/problem.js';
import { searchDrive } from '../../graph/files/drive-items.js';
import { searchFiles } from '../../graph/files/search-files.js';
import { choosePersonalAccount } from '../accounts/person-choice.js';
import { defineOperation } from '../define-operation.js';
import { pageInputs, pageOutputs } from '../inputs/page-inputs.js';
import { chooseZone, timeZoneInput } from '../inputs/time-zone.js';
import { chooseDrive, driveInputs } from './choose-drive.js';
import { itemSchema, textOfItem, toItem } from './files-schemas.js';

export const filesSearch = defineOperation({
  name: 'files_search',
  title: 'Search files',
  description:
    'Finds files by words of their name or text: in one drive, or in everything a person sees. Use it first when a document is mentioned.',
  input: z.strictObject({
    query: z.string().trim().min(1).max(250),
    everywhere: z
      .boolean()
      .default(false)
      .describe('True: also SharePoint, Teams and what others shared, of a signed-in person.'),
    ...driveInputs,
    timeZone: timeZoneInput,
    ...pageInputs(100, 20),
  }),
  output: z.object({
    items: z.array(itemSchema),
    ...pageOutputs,
  }),
  outsideText: textOfItem('items[]'),
  selectable: 'items',
  restBody: null,
  area: 'files',
  features: ['files'],
  graphCalls: ['GET /users/{id}/drive/root/search', 'POST /search/query'],
  scope: 'files:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'GET', path: '/api/files/search', successStatus: 200 },
  handler: async (deps, input, call) => {
    const { query, everywhere, timeZone, limit, cursor, ...which } = input;
    const zone = chooseZone(deps, timeZone);
    const find = async () => {
      if (!everywhere) {
        const { graph, path } = await chooseDrive(deps, call, which);
        return searchDrive(graph, path, query, { limit, cursor });
      }
      const account = await choosePersonalAccount(deps, call, which.account);
      const place = [which.drive, which.group, which.person].some((one) => one !== undefined);
      if (place || account.kind === 'app') throw needsPerson();
      return searchFiles(deps.graphFor(account, call), query, { limit, cursor });
    };
    const { rows, nextCursor } = await find();
    const items = rows.map((row) => toItem(row, zone));
    return { status: 200, json: JSON.stringify({ items, nextCursor }) };
  },
});

function needsPerson(): ProblemError {
  const message = 'is for a signed-in person, and without drive, group and person';
  return new ProblemError('invalid_input', `everywhere: ${message}`, {
    errors: [{ field: 'everywhere', message }],
  });
}
