import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Router } from 'express';
import { pageText } from '../pages/send-page.js';
import { sendJson } from '../send.js';
import { about, homePage, links } from './home-page.js';

/** Built beside the code, or beside its sources where those run. */
const places = ['../../../pages', '../../../dist/pages'];

/**
 * `GET /`: what this is and where to go on, as JSON or as a page, whichever is asked for. The page reads how things are by
 * a script of its own, which calls what everybody may call.
 */
export function createHomeRoutes(options: { readonly temporalUi: string | null }): Router {
  const router = Router();
  const folder = places.map(toPath).find((path) => existsSync(`${path}/home.js`));
  const json = JSON.stringify({ name: 'tandem', about, links });
  const { text, policy } = pageText(homePage(options.temporalUi));
  router.get('/', (request, response) => {
    if (!(request.headers.accept ?? '').includes('text/html')) {
      sendJson(response, 200, json, ['Vary', 'Accept']);
      return;
    }
    const headers = { 'Cache-Control': 'no-store', 'Content-Security-Policy': policy };
    response
      .type('html')
      .set({ ...headers, Vary: 'Accept' })
      .send(text);
  });
  if (folder !== undefined) {
    router.get('/home.js', (_request, response) => {
      response.sendFile('home.js', { root: folder, etag: true, maxAge: 0 });
    });
  }
  return router;
}

function toPath(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url));
}
