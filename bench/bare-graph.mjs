// The baseline of bench/burst.ts: what it takes to post tasks to Graph with nothing around it. Batches of 20, four at a
// time, no retries, nothing kept. Gets {planId, tasks} from its parent, answers {ms}.
import { randomUUID } from 'node:crypto';

const env = /** @type {Record<string, string>} */ (process.env);
const perBatch = 20;
const sideBySide = 4;

const sign = await fetch(
  `${env['AZURE_AUTHORITY_HOST']}/${env['AZURE_TENANT_ID']}/oauth2/v2.0/token`,
  {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: env['AZURE_CLIENT_ID'] ?? '',
      client_secret: env['AZURE_CLIENT_SECRET'] ?? '',
      scope: `${env['GRAPH_BASE_URL']}/.default`,
    }),
  },
);
const { access_token: token } = await sign.json();

process.on('message', (/** @type {{ planId: string, tasks: object[] }} */ work) => {
  const startedAt = performance.now();
  postAll(work.planId, work.tasks).then(
    () => process.send?.({ ms: performance.now() - startedAt }),
    (error) => process.send?.({ error: String(error) }),
  );
});
// Whatever becomes of the bench: it does not outlive it.
process.once('disconnect', () => process.exit());
process.send?.({ ready: true });

/**
 * @param {string} planId
 * @param {readonly any[]} tasks
 */
async function postAll(planId, tasks) {
  let next = 0;
  const lane = async () => {
    while (next < tasks.length) {
      const some = tasks.slice(next, (next += perBatch));
      await postBatch(planId, some);
    }
  };
  await Promise.all(Array.from({ length: sideBySide }, lane));
}

/**
 * @param {string} planId
 * @param {readonly any[]} tasks
 */
async function postBatch(planId, tasks) {
  const made = await batch(
    tasks.map(({ title, priority, dueDateTime }) => ({
      method: 'POST',
      url: '/planner/tasks',
      body: { planId, title, priority, dueDateTime },
    })),
  );
  if (tasks[0]?.description === undefined) return;
  const urls = made.map(({ body }) => `/planner/tasks/${body.id}/details`);
  const details = await batch(urls.map((url) => ({ method: 'GET', url })));
  await batch(
    details.map(({ body }, index) => ({
      method: 'PATCH',
      url: urls[index],
      headers: { 'If-Match': body['@odata.etag'] },
      body: toDetails(tasks[index]),
    })),
  );
}

/** @param {any} task */
function toDetails({ description, checklist }) {
  const rows = checklist.map((/** @type {any} */ row) => [
    randomUUID(),
    { '@odata.type': '#microsoft.graph.plannerChecklistItem', ...row },
  ]);
  return { description, checklist: Object.fromEntries(rows) };
}

/**
 * @param {readonly any[]} requests
 * @returns {Promise<any[]>} in the order of the requests
 */
async function batch(requests) {
  const items = requests.map((request, index) => ({
    id: String(index),
    ...request,
    headers: { ...(request.body && { 'Content-Type': 'application/json' }), ...request.headers },
  }));
  const response = await fetch(`${env['GRAPH_BASE_URL']}/v1.0/$batch`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ requests: items }),
  });
  const { responses } = await response.json();
  const failed = responses.find((/** @type {any} */ answer) => answer.status >= 300);
  if (failed !== undefined) throw new Error(JSON.stringify(failed));
  return responses.sort(
    (/** @type {any} */ a, /** @type {any} */ b) => Number(a.id) - Number(b.id),
  );
}
