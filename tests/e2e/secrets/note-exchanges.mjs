// Loaded before the product by the test of secrets (NODE_OPTIONS=--import): writes down what goes over the wire to the token
// endpoint and comes back, and where Graph lets files be left, so that the test knows what must be nowhere else.
import { appendFileSync } from 'node:fs';

const file = process.env['NOTED_EXCHANGES'] ?? '';
const send = globalThis.fetch;

globalThis.fetch = async (input, init) => {
  const response = await send(input, init);
  const { pathname } = new URL(input instanceof Request ? input.url : input);
  if (file !== '' && /\/oauth2\/v2\.0\/(token|devicecode)$|\/createUploadSession$/.test(pathname)) {
    const answered = await response.clone().text();
    const sent = typeof init?.body === 'string' ? init.body : '';
    appendFileSync(file, `${JSON.stringify({ sent, answered })}\n`);
  }
  return response;
};
