import * as z from 'zod';
import { readItem } from '../../graph/files/drive-items.js';
import { defineOperation } from '../define-operation.js';
import { chooseZone, timeZoneInput } from '../inputs/time-zone.js';
import { chooseDrive, driveInputs, itemInputs, requireItemName } from './choose-drive.js';
import { itemSchema, textOfItem, toItem } from './files-schemas.js';

export const filesGetLink = defineOperation({
  name: 'files_get_link',
  title: 'Get the link of a file',
  description:
    'Tells where people open a file or folder, and what it is. Use it to point somebody at a document; who may open it stays as it is.',
  input: z.strictObject({ ...itemInputs, ...driveInputs, timeZone: timeZoneInput }),
  output: z.object({ item: itemSchema }),
  outsideText: textOfItem('item'),
  linksTo: 'item',
  restBody: null,
  area: 'files',
  features: ['files'],
  graphCalls: ['GET /drives/{id}/items/{id}', 'GET /users/{id}/drive/root:/{path}'],
  scope: 'files:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'GET', path: '/api/files/link', successStatus: 200 },
  handler: async (deps, { id, path: place, timeZone, ...which }, call) => {
    const zone = chooseZone(deps, timeZone);
    const name = requireItemName({ id, path: place });
    const { graph, path } = await chooseDrive(deps, call, which);
    const item = toItem(await readItem(graph, path, name), zone);
    return { status: 200, json: JSON.stringify({ item }) };
  },
});
