import * as z from 'zod';
import { readDrive, readDrives } from '../../graph/files/drives.js';
import { defineOperation } from '../define-operation.js';
import { pageInputs, pageOutputs } from '../inputs/page-inputs.js';
import { chooseDrive, driveInputs } from './choose-drive.js';
import { driveSchema, toDrive } from './files-schemas.js';

const { group, person, account } = driveInputs;

export const filesListDrives = defineOperation({
  name: 'files_list_drives',
  title: 'List drives',
  description:
    "Lists where a person or a group keeps files (OneDrive, the document libraries of SharePoint and Teams). Use it for a drive's id.",
  input: z.strictObject({ group, person, ...pageInputs(100, 50), account }),
  output: z.object({ drives: z.array(driveSchema), ...pageOutputs }),
  selectable: 'drives',
  restBody: null,
  area: 'files',
  features: ['files'],
  graphCalls: ['GET /users/{id}/drives', 'GET /groups/{id}/drives'],
  scope: 'files:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'GET', path: '/api/files/drives', successStatus: 200 },
  handler: async (deps, { limit, cursor, ...which }, call) => {
    const { graph, path, owner } = await chooseDrive(deps, call, which);
    const { rows, nextCursor } =
      owner === null
        ? { rows: [await readDrive(graph, path)], nextCursor: null }
        : await readDrives(graph, owner, { limit, cursor });
    return { status: 200, json: JSON.stringify({ drives: rows.map(toDrive), nextCursor }) };
  },
});
