import autocannon from 'autocannon';

const connections = 16;
const json = { 'Content-Type': 'application/json' };
const fields = {
  title: 'Draft the offer',
  description: 'Two pages: what they get, by when, for how much.',
  percentComplete: 0,
  priority: 3,
  dueDateTime: '2027-12-01T10:00:00Z',
};

/** One kind of request, as often as the other side answers. */
export type Load = autocannon.Options;

export function writes(url: string): Load {
  return { url, method: 'POST', headers: json, body: JSON.stringify(fields) };
}

/** Every request changes something: a PATCH that changes nothing would be cheaper. */
export function updates(url: string, ids: readonly string[]): Load {
  let count = 0;
  const requests = ids.map((id): autocannon.Request => {
    return {
      method: 'PATCH',
      path: `${new URL(url).pathname}/${id}`,
      headers: json,
      setupRequest: (request) => {
        count += 1;
        const body = JSON.stringify({ title: `Draft ${count}`, priority: count % 10 });
        return { ...request, body };
      },
    };
  });
  return { url, requests };
}

export function reads(url: string, ids: readonly string[]): Load {
  const { pathname } = new URL(url);
  return { url, requests: ids.map((id) => ({ method: 'GET', path: `${pathname}/${id}` })) };
}

export type McpEra = 'modern' | 'legacy';

export function mcpCreates(serverUrl: string, era: McpEra): Load {
  const call = { method: 'tools/call', params: { name: 'task_create', arguments: fields } };
  return mcpRequests(`${serverUrl}/mcp/all`, era, {
    ...call,
    named: { 'Mcp-Name': 'task_create' },
  });
}

export function mcpLists(serverUrl: string, era: McpEra, profile: string): Load {
  return mcpRequests(`${serverUrl}/mcp/${profile}`, era, { method: 'tools/list', params: {} });
}

function mcpRequests(
  url: string,
  era: McpEra,
  {
    method,
    params,
    named,
  }: {
    readonly method: string;
    readonly params: object;
    readonly named?: Record<string, string>;
  },
): Load {
  const meta = {
    'io.modelcontextprotocol/protocolVersion': '2026-07-28',
    'io.modelcontextprotocol/clientCapabilities': {},
    'io.modelcontextprotocol/clientInfo': { name: 'bench', version: '1' },
  };
  const modernHeaders = { 'MCP-Protocol-Version': '2026-07-28', 'Mcp-Method': method, ...named };
  return {
    url,
    method: 'POST',
    headers: {
      ...json,
      Accept: 'application/json, text/event-stream',
      ...(era === 'modern' ? modernHeaders : { 'MCP-Protocol-Version': '2025-11-25' }),
    },
    body: JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method,
      params: era === 'modern' ? { ...params, _meta: meta } : params,
    }),
  };
}

/** How many were answered. An answer that is not a 2xx would make the number worthless. */
export async function throughput(
  load: Load,
  seconds: number,
): Promise<{ readonly perSecond: number; readonly count: number }> {
  const result = await autocannon({ ...load, connections, duration: seconds });
  if (result.non2xx + result.errors > 0) {
    throw new Error(`${load.url}: ${result.non2xx} failures, ${result.errors} errors`);
  }
  const count = result.requests.total;
  return { count, perSecond: count / result.duration };
}

/** Some tasks to work on. */
export async function makeTasks(url: string, count: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let made = 0; made < count; made += 1) {
    const response = await fetch(url, {
      method: 'POST',
      headers: json,
      body: JSON.stringify(fields),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${url} answered ${response.status} ${text}`);
    ids.push((JSON.parse(text) as { id: string }).id);
  }
  return ids;
}
