import { markup } from '../pages/markup.js';
import type { Page } from '../pages/send-page.js';

export const about =
  'Tandem keeps AI agents and people on the same Microsoft Planner board: agents write here at Redis speed, people work in Planner.';

export const links = [
  { path: '/mcp', what: 'MCP endpoint (Streamable HTTP) for agents' },
  {
    path: '/api/docs',
    what: 'the REST API, to read and to try; /api/openapi.json is its document',
  },
  { path: '/api/agent/tasks', what: 'tasks: list, create; each under /api/agent/tasks/{id}' },
  { path: '/api/agent/events', what: 'live events (Server-Sent Events)' },
  { path: '/api/sync/health', what: 'how sync fares, per plan' },
  { path: '/approvals', what: 'what agents want to do and people approve' },
  { path: '/health', what: 'health, with reasons' },
] as const;

/** `temporalUi`: where the workflows can be seen; null: not told here. */
export function homePage(temporalUi: string | null): Page {
  return {
    status: 200,
    title: 'Overview',
    script: '/home.js',
    body: markup`
<p>${about}</p>
<div id="overview" aria-live="polite"></div>
<h2>Addresses</h2>
<p>For MCP hosts: <code data-path="/mcp">/mcp</code></p>
<ul>
${links.map(({ path, what }) => markup`<li><a href="${path}">${path}</a> ${what}</li>\n`)}
${temporalUi === null ? null : markup`<li><a href="${temporalUi}">Temporal</a> the workflows that sync</li>`}
</ul>
`,
  };
}
