// The baseline of bench/front-end.ts and bench/metadata.ts: Express, express.json and one Redis command a request, nothing else.
// Arguments: the Redis URL. Prints its port when it listens.
import { randomUUID } from 'node:crypto';
import express from 'express';
import { Redis } from 'ioredis';

const redis = new Redis(process.argv[2] ?? 'redis://127.0.0.1:6379', {
  enableAutoPipelining: true,
});
const app = express();

/** @type {express.RequestHandler} */
const create = (request, response) => {
  const id = randomUUID();
  const document = { id, ...request.body };
  return redis
    .set(`bare:${id}`, JSON.stringify(document))
    .then(() => response.status(201).json(document));
};

/** @type {express.RequestHandler<{ id: string }>} */
const read = (request, response) =>
  redis.get(`bare:${request.params.id}`).then((text) => response.type('json').send(text));

app.post('/tasks', express.json(), create);
app.get('/tasks/:id', read);

const listener = app.listen(0, '127.0.0.1', () => {
  const address = listener.address();
  if (typeof address === 'object') console.log(JSON.stringify({ port: address?.port }));
});
// Whatever becomes of the bench: it does not outlive it.
process.stdin.resume().once('end', () => process.exit());
process.once('SIGTERM', () => process.exit(0));
