const versionKey = 'io.modelcontextprotocol/protocolVersion';

/** Methods whose object the header `Mcp-Name` names, and the parameter that holds it. */
const named: Readonly<Record<string, string>> = {
  'tools/call': 'name',
  'prompts/get': 'name',
  'resources/read': 'uri',
};

/**
 * What HTTP wants in headers of a request of the era of 2026-07-28 besides its body. Other messages need none: there the
 * transport knows. https://modelcontextprotocol.io/specification/2026-07-28/basic/transports
 */
export function modernHeaders(message: unknown): Readonly<Record<string, string>> {
  if (!isRecord(message) || typeof message['method'] !== 'string') return {};
  const params = isRecord(message['params']) ? message['params'] : {};
  const meta = isRecord(params['_meta']) ? params['_meta'] : {};
  const version = meta[versionKey];
  if (typeof version !== 'string') return {};
  const name = params[named[message['method']] ?? ''];
  return {
    'MCP-Protocol-Version': version,
    'Mcp-Method': message['method'],
    ...(typeof name === 'string' && { 'Mcp-Name': headerText(name) }),
  };
}

/** Headers hold visible ASCII; other text goes in the form that the specification has for it. */
function headerText(text: string): string {
  if (/^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(text) && !text.startsWith('=?base64?'))
    return text;
  return `=?base64?${Buffer.from(text).toString('base64')}?=`;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
