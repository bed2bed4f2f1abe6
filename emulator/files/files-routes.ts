import type { GraphRoute } from '../graph/route.js';
import { routesOf } from '../graph/routes-of.js';
import { getDrive, listDrives } from './drives.js';
import type { FilesService } from './files-service.js';
import { getContent, getItem, listChildren, searchItems } from './items.js';

/** The reading part of OneDrive and SharePoint in Graph v1.0. */
export function createFilesRoutes(service: FilesService): readonly GraphRoute[] {
  const on = routesOf(service);
  const drives = ['me/drive', 'users/*/drive', 'groups/*/drive', 'drives/*'];
  return [
    ...['me/drives', 'users/*/drives', 'groups/*/drives'].map((path) =>
      on(path, { GET: listDrives }),
    ),
    ...drives.flatMap((drive) => [
      on(drive, { GET: getDrive }),
      on(`${drive}/search/*`, { GET: searchItems }),
      ...['root', 'root:/*', 'items/*'].flatMap((item) => [
        on(`${drive}/${item}`, { GET: getItem }),
        on(`${drive}/${item}/children`, { GET: listChildren }),
        on(`${drive}/${item}/content`, { GET: getContent }),
        on(`${drive}/${item}/search/*`, { GET: searchItems }),
      ]),
    ]),
  ];
}
