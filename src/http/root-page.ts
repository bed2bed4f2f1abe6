import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendJson, sendHtml } from './send.js';

const about =
  'Tandem keeps AI agents and people on the same Microsoft Planner board: agents write here at Redis speed, people work in Planner.';

/** `GET /`: what this is and where to go on, as JSON or as a small page, whichever is asked for. */
export function createRootPage() {
  const links = [
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
  ];
  const json = JSON.stringify({ name: 'tandem', about, links });
  const html = page(links);
  return (request: IncomingMessage, response: ServerResponse): void => {
    if ((request.headers.accept ?? '').includes('text/html')) sendHtml(response, html);
    else sendJson(response, 200, json, ['Vary', 'Accept']);
  };
}

function page(links: readonly { path: string; what: string }[]): string {
  const rows = links
    .map(
      ({ path, what }) => `<li><a href="${escape(path)}">${escape(path)}</a> ${escape(what)}</li>`,
    )
    .join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Tandem</title>
<style>
:root { color-scheme: light dark; font: 16px/1.6 system-ui, sans-serif; }
body { max-width: 42rem; margin: 3rem auto; padding: 0 1rem; }
li { margin: 0.4rem 0; }
a { margin-right: 0.5rem; }
</style>
</head>
<body>
<main>
<h1>Tandem</h1>
<p>${escape(about)}</p>
<ul>
${rows}
</ul>
</main>
</body>
</html>
`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
