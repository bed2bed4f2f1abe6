import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import express, { Router } from 'express';

/** Beside the built module, and where the build puts it when this runs from its source (tests). */
const PLACES = ['../board-page', '../../dist/emulator/board-page'];

/** The built board page at `/`; without a build, words that say how to get one. */
export function createBoardPage(): Router {
  const router = Router();
  const folder = PLACES.map((place) => fileURLToPath(new URL(place, import.meta.url))).find(
    (path) => existsSync(path),
  );
  if (folder !== undefined) {
    router.use(express.static(folder));
    return router;
  }
  router.get('/', (_request, response) => {
    response
      .type('text/plain')
      .send(
        'The board page is not built. Run: npm run build\nThe control API is under /control.\n',
      );
  });
  return router;
}
