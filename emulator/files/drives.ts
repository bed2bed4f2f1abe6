import type { GraphAnswer, GraphCall } from '../graph/exchange.js';
import { entityAnswer } from '../odata/answers.js';
import { listAnswer } from '../odata/list.js';
import { project, readSelect } from '../odata/select.js';
import { driveEntity, driveKind } from './drive-entities.js';
import type { DriveRecord } from './files-records.js';
import { openDrive, type FilesService } from './files-service.js';

/** https://learn.microsoft.com/graph/api/drive-get */
export function getDrive(service: FilesService, call: GraphCall): GraphAnswer {
  const drive = openDrive(service, call);
  const entity = project(driveEntity(service, drive), readSelect(call, driveKind));
  return entityAnswer(call, 'drives/$entity', entity);
}

/** Here everybody has one. https://learn.microsoft.com/graph/api/drive-list */
export function listDrives(service: FilesService, call: GraphCall): GraphAnswer {
  const drive = openDrive(service, call);
  return listAnswer<DriveRecord>(call, [drive], {
    kind: driveKind,
    context: 'drives',
    top: { default: 100, max: 1000 },
    options: ['$select', '$top', '$orderby'],
    count: 'asked',
    paging: '$skiptoken',
    fieldsOf: (row) => driveEntity(service, row),
    toEntity: (row) => driveEntity(service, row),
  });
}
