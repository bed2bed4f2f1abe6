import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder } from '../../scripts/lib/cache-folder.mjs';
import { run } from '../../scripts/lib/processes.mjs';

/** Programs of the MCP project with which servers are tried out. */
export interface McpTools {
  /** A Node.js that they run on. */
  readonly node: string;
  readonly conformance: string;
  readonly inspector: string;
}

const pins = {
  '@modelcontextprotocol/conformance': '0.2.0-alpha.12',
  '@modelcontextprotocol/inspector': '2.12.0',
};
/** They need a newer one than the product. */
const nodeVersion = '22.23.3';
const oldestNode = [22, 19] as const;
const installMs = 300_000;

/**
 * The real programs in a folder of this user's cache, made where it is missing: named after what is pinned, so that another
 * pin makes another one.
 */
export async function ensureMcpTools(): Promise<McpTools> {
  const packages = { ...pins, ...nodePackage() };
  const manifest = JSON.stringify({ name: 'mcp-tools', private: true, dependencies: packages });
  const name = createHash('sha256').update(manifest).digest('hex').slice(0, 16);
  const folder = join(cacheFolder(process.env), `mcp-tools-${name}`);
  if (!existsSync(folder)) await make(folder, manifest);
  const modules = join(folder, 'node_modules');
  const [nodeName] = Object.keys(nodePackage());
  return {
    node: nodeName === undefined ? process.execPath : nodeIn(join(modules, nodeName)),
    conformance: join(modules, '@modelcontextprotocol/conformance/dist/index.js'),
    inspector: join(modules, '@modelcontextprotocol/inspector/clients/launcher/build/index.js'),
  };
}

/** Empty where the Node.js that runs us is new enough. */
function nodePackage(): Readonly<Record<string, string>> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return {};
  const system = process.platform === 'win32' ? 'win' : process.platform;
  return { [`node-${system}-${process.arch}`]: nodeVersion };
}

function nodeIn(folder: string): string {
  return join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** Made beside its place and moved there when it is whole: two test runs at once do not meet. */
async function make(folder: string, manifest: string): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true });
  const draft = mkdtempSync(`${folder}-`);
  try {
    writeFileSync(join(draft, 'package.json'), manifest);
    const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--no-package-lock'];
    const { code, output } = await run(npm(), args, { cwd: draft, timeoutMs: installMs });
    if (code !== 0) throw new Error(`The MCP project's programs cannot be installed:\n${output}`);
    if (!existsSync(folder)) renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function npm(): string {
  return process.platform === 'win32' ? 'npm.cmd' : 'npm';
}
