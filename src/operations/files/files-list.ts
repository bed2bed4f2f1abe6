import * as z from 'zod';
import { readChildren } from '../../graph/files/drive-items.js';
import { defineOperation } from '../define-operation.js';
import { pageInputs, pageOutputs } from '../inputs/page-inputs.js';
import { chooseZone, timeZoneInput } from '../inputs/time-zone.js';
import { chooseDrive, driveInputs, itemInputs, requireItemName } from './choose-drive.js';
import { itemSchema, textOfItem, toItem } from './files-schemas.js';

export const filesList = defineOperation({
  name: 'files_list',
  title: 'List a folder',
  description:
    'Lists the files and folders in a folder; without id and path, those at the top. Use it where you know the place, else files_search.',
  input: z.strictObject({
    ...itemInputs,
    ...driveInputs,
    timeZone: timeZoneInput,
    ...pageInputs(200, 50),
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
  graphCalls: ['GET /users/{id}/drive/root/children', 'GET /drives/{id}/items/{id}/children'],
  scope: 'files:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'GET', path: '/api/files', successStatus: 200 },
  handler: async (deps, input, call) => {
    const { id, path: place, timeZone, limit, cursor, ...which } = input;
    const zone = chooseZone(deps, timeZone);
    const isRoot = id === undefined && place === undefined;
    const folder = isRoot ? { path: '' } : requireItemName({ id, path: place });
    const { graph, path } = await chooseDrive(deps, call, which);
    const { rows, nextCursor } = await readChildren(graph, path, folder, { limit, cursor });
    const items = rows.map((row) => toItem(row, zone));
    return { status: 200, json: JSON.stringify({ items, nextCursor }) };
  },
});
