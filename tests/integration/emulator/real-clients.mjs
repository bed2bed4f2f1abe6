// Run by real-clients.test.ts in a process of its own, because Node reads NODE_EXTRA_CA_CERTS only when it starts.
import { ConfidentialClientApplication } from '@azure/msal-node';
import { BatchRequestContent, Client, PageIterator } from '@microsoft/microsoft-graph-client';

const { graphUrl, tenantId, clientId, clientSecret, defaultPlanId } = JSON.parse(
  process.argv[2] ?? '',
);
const msal = new ConfidentialClientApplication({
  auth: {
    clientId,
    clientSecret,
    authority: `${graphUrl}/${tenantId}`,
    knownAuthorities: [new URL(graphUrl).host],
  },
});
const signIn = () => msal.acquireTokenByClientCredential({ scopes: [`${graphUrl}/.default`] });
const signedIn = await signIn();
const again = await signIn();
if (!signedIn?.expiresOn || !again) throw new Error('MSAL answered without a token');

const client = Client.init({
  authProvider: (done) => done(null, signedIn.accessToken),
  baseUrl: `${graphUrl}/`,
  customHosts: new Set(['localhost']),
});
const task = await client
  .api('/planner/tasks')
  .post({ planId: defaultPlanId, title: 'By the real client' });
const updated = await client
  .api(`/planner/tasks/${task.id}`)
  .header('If-Match', task['@odata.etag'])
  .header('Prefer', 'return=representation')
  .patch({ percentComplete: 100 });
const refusal = await client
  .api(`/planner/tasks/${task.id}`)
  .header('If-Match', '*')
  .delete()
  .catch((error) => ({ statusCode: error.statusCode, code: error.code, message: error.message }));

const batch = new BatchRequestContent([
  { id: '1', request: new Request(`${graphUrl}/planner/tasks/${task.id}`) },
]);
/** @type {{ responses: { status: number, body: { title: string } }[] }} */
const batched = await client.api('/$batch').post(await batch.getContent());

/** @type {string[]} */
const titles = [];
const page = await client.api(`/planner/plans/${defaultPlanId}/tasks`).get();
await new PageIterator(client, page, (row) => titles.push(row.title) > 0).iterate();

const wrong = new ConfidentialClientApplication({
  auth: {
    clientId,
    clientSecret: 'wrong',
    authority: `${graphUrl}/${tenantId}`,
    knownAuthorities: [new URL(graphUrl).host],
  },
});
const signInRefusal = await wrong
  .acquireTokenByClientCredential({ scopes: [`${graphUrl}/.default`] })
  .catch((error) => ({ errorCode: error.errorCode, errorNo: error.errorNo }));

process.stdout.write(
  JSON.stringify({
    fromCache: again.fromCache,
    expiresInSeconds: Math.round((signedIn.expiresOn.getTime() - Date.now()) / 1000),
    completed: updated.percentComplete,
    refusal,
    batched: batched.responses.map(({ status, body }) => [status, body.title]),
    titles,
    signInRefusal,
  }),
);
