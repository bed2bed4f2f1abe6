import { Router } from 'express';
import { bytesOf } from './file-content.js';
import type { FilesService } from './files-service.js';

/**
 * Gives files to whoever has their address. With a token for Graph beside it the request is refused, as SharePoint does, which
 * does not know such tokens.
 */
export function createDownloadEndpoint(service: FilesService): Router {
  const router = Router();
  router.get('/_layouts/15/download.aspx', (request, response) => {
    const { UniqueId: id, tempauth: key } = request.query;
    const isText = typeof id === 'string' && typeof key === 'string';
    if (
      !isText ||
      request.get('authorization') !== undefined ||
      !service.downloads.isGood(id, key)
    ) {
      response.status(401).type('text/plain').send('401 UNAUTHORIZED');
      return;
    }
    const item = service.files.items.get(id);
    if (item?.content === undefined) {
      response.status(404).type('text/plain').send('404 FILE NOT FOUND');
      return;
    }
    response.attachment(item.name);
    response.set('Content-Type', item.content.mimeType);
    response.send(bytesOf(item.content));
  });
  return router;
}
