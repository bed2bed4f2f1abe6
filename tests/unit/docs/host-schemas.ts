import * as z from 'zod';

const texts = z.record(z.string(), z.string());
const name = z.string().regex(/^[A-Za-z][\w-]*$/);
const address = z.url({ protocol: /^https?$/ });
const program = {
  command: z.string().min(1),
  args: z.array(z.string()).optional(),
  env: texts.optional(),
};

/**
 * What each host takes, by its maker's documentation. Strict, so that a misspelt member is found.
 * - https://modelcontextprotocol.io/docs/develop/connect-local-servers (Claude Desktop: programs only)
 * - https://code.claude.com/docs/en/mcp
 * - https://code.visualstudio.com/docs/copilot/reference/mcp-configuration
 * - https://cursor.com/docs/mcp
 * - https://docs.github.com/copilot/how-tos/copilot-cli/customize-copilot/add-mcp-servers
 */
export const hostSchemas: Readonly<Record<string, z.ZodType>> = {
  'claude-desktop': z.strictObject({ mcpServers: z.record(name, z.strictObject(program)) }),
  'claude-code': z.strictObject({
    mcpServers: z.record(
      name,
      z.union([
        z.strictObject({ type: z.literal('stdio').optional(), ...program }),
        z.strictObject({
          type: z.enum(['http', 'sse']),
          url: address,
          headers: texts.optional(),
        }),
      ]),
    ),
  }),
  vscode: z.strictObject({
    inputs: z
      .array(
        z.strictObject({
          type: z.literal('promptString'),
          id: name,
          description: z.string(),
          password: z.boolean(),
        }),
      )
      .optional(),
    servers: z.record(
      name,
      z.discriminatedUnion('type', [
        z.strictObject({ type: z.literal('stdio'), ...program, envFile: z.string().optional() }),
        z.strictObject({ type: z.literal('http'), url: address, headers: texts.optional() }),
        z.strictObject({ type: z.literal('sse'), url: address, headers: texts.optional() }),
      ]),
    ),
  }),
  cursor: z.strictObject({
    mcpServers: z.record(
      name,
      z.union([
        z.strictObject({ type: z.literal('stdio'), ...program, envFile: z.string().optional() }),
        z.strictObject({ url: address, headers: texts.optional() }),
      ]),
    ),
  }),
  'copilot-cli': z.strictObject({
    mcpServers: z.record(
      name,
      z.discriminatedUnion('type', [
        z.strictObject({
          type: z.enum(['local', 'stdio']),
          ...program,
          tools: z.array(z.string()).min(1),
        }),
        z.strictObject({
          type: z.enum(['http', 'sse']),
          url: address,
          headers: texts.optional(),
          tools: z.array(z.string()).min(1),
        }),
      ]),
    ),
  }),
};
