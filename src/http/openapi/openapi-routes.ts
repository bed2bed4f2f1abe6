import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Router, type Response } from 'express';
import type { Operation } from '../../operations/define-operation.js';
import { sendJson } from '../send.js';
import type { OperationExamples } from './operation-example.js';
import { toOpenApiDocument } from './openapi-document.js';

/** `/api/openapi.json`, and `/api/docs`, which shows it. Everybody may see what there is to be called. */
export function createOpenApiRoutes(parts: {
  readonly operations: readonly Operation[];
  readonly version: string;
  readonly examples: OperationExamples;
}): Router {
  const router = Router();
  let json: string | null = null;
  router.get('/api/openapi.json', (_request, response) => {
    json ??= JSON.stringify(toOpenApiDocument(parts));
    sendJson(response, 200, json);
  });
  router.get('/api/docs', (_request, response) => {
    send(response, 'text/html', page);
  });
  router.get('/api/docs/start.js', (_request, response) => {
    send(response, 'text/javascript', start);
  });
  const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js']) {
    router.get(`/api/docs/${file}`, (_request, response) => {
      response.sendFile(file, { root: folder, maxAge: '1h', etag: true });
    });
  }
  return router;
}

/** Swagger UI sets styles on its elements; nothing but our own address is loaded or called. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

function send(response: Response, type: string, text: string): void {
  response
    .type(`${type}; charset=utf-8`)
    .set({ 'Cache-Control': 'no-store', 'Content-Security-Policy': policy })
    .send(text);
}

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Tandem: REST API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
</head>
<body>
<main id="api"></main>
<noscript>The document itself is at <a href="/api/openapi.json">/api/openapi.json</a>.</noscript>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>
`;

const start = `SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#api',
  deepLinking: true,
  docExpansion: 'none',
  defaultModelsExpandDepth: -1,
  displayRequestDuration: true,
  filter: true,
  validatorUrl: null,
});
`;
