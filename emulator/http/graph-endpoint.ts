import { text, Router, type ErrorRequestHandler, type Request, type Response } from 'express';
import type { GraphVersion } from '../graph/route.js';
import type { GraphService, HttpOutcome } from '../graph/graph-service.js';

const VERSIONS = ['v1.0', 'beta'] as const satisfies readonly GraphVersion[];
const MAX_BODY = '4mb';
const JSON_TYPE =
  'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';
const DIAGNOSTIC = JSON.stringify({
  ServerInfo: {
    DataCenter: 'Local',
    Slice: 'E',
    Ring: '1',
    ScaleUnit: '000',
    RoleInstance: 'EMULATOR',
  },
});

/** Graph over HTTP, v1.0 and what there is of beta; the same on both listeners. */
export function createGraphEndpoint(service: GraphService): Router {
  const router = Router();
  const readText = text({ type: () => true, limit: MAX_BODY });
  for (const version of VERSIONS) {
    router.use(`/${version}`, readText, (request, response, next) => {
      answer(service, version, request, response).catch(next);
    });
  }
  router.use(refuseLongBody);
  return router;
}

/** Graph's own limit, whatever the service behind it would take. */
const refuseLongBody: ErrorRequestHandler = (error, _request, response, next) => {
  const isTooLong = error instanceof Error && 'type' in error && error.type === 'entity.too.large';
  if (!isTooLong) {
    next(error);
    return;
  }
  const message = 'The maximum request length supported is 4MB.';
  response.status(413).json({ error: { code: 'BadRequest', message } });
};

async function answer(
  service: GraphService,
  version: GraphVersion,
  request: Request,
  response: Response,
): Promise<void> {
  const outcome = await service.handle({
    method: request.method,
    version,
    url: request.url,
    header: (name) => request.get(name),
    text: typeof request.body === 'string' ? request.body : '',
    root: `${request.protocol}://${request.get('host') ?? 'localhost'}/${version}`,
  });
  send(response, outcome);
}

function send(response: Response, outcome: HttpOutcome): void {
  if (outcome.kind === 'broken') {
    response.destroy();
    return;
  }
  const { answer, ids } = outcome;
  const content = answer.bytes ?? answer.body;
  response.writeHead(answer.status, {
    'Cache-Control': 'no-store, no-cache',
    'request-id': ids.requestId,
    'client-request-id': ids.clientRequestId,
    'x-ms-ags-diagnostic': DIAGNOSTIC,
    'OData-Version': '4.0',
    ...(content === undefined
      ? {}
      : { 'Content-Type': JSON_TYPE, 'Content-Length': Buffer.byteLength(content) }),
    ...answer.headers,
  });
  response.end(content);
}
