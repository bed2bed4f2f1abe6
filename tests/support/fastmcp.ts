import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from '../../scripts/lib/cache-folder.mjs';
import { findProgram, run } from '../../scripts/lib/processes.mjs';

/** A Python that has the package `fastmcp`, or why there is none. */
export type FastMcp =
  | { readonly kind: 'ready'; readonly python: string }
  | { readonly kind: 'no_python'; readonly reason: string };

const requirements = fileURLToPath(new URL('./fastmcp-requirements.txt', import.meta.url));
/** What the pinned packages need. */
const oldestMinor = 10;
const installMs = 300_000;

/**
 * The real package in an environment of its own, kept in this user's cache like the Temporal CLI and made where it is missing:
 * named after what is pinned, so that another pin makes another one.
 * @throws Error where there is a Python, and the package cannot be installed
 */
export async function ensureFastMcp(): Promise<FastMcp> {
  const python = await findPython();
  if (python === null) {
    const reason = `there is no Python 3.${oldestMinor} or newer on the PATH`;
    return { kind: 'no_python', reason };
  }
  const pins = createHash('sha256').update(readFileSync(requirements)).update(python.version);
  const folder = join(cacheFolder(process.env), `fastmcp-${pins.digest('hex').slice(0, 16)}`);
  if (!existsSync(folder)) await make(python.path, folder);
  return { kind: 'ready', python: pythonIn(folder) };
}

async function findPython(): Promise<{ path: string; version: string } | null> {
  for (const name of ['python3', 'python']) {
    const path = findProgram([name], process.env['PATH']);
    if (path === null) continue;
    const script = 'import sys, venv, ensurepip; print("%d.%d" % sys.version_info[:2])';
    const { code, output } = await run(path, ['-c', script], { timeoutMs: 20_000 });
    const version = output.trim();
    const [major = 0, minor = 0] = version.split('.').map(Number);
    if (code === 0 && major === 3 && minor >= oldestMinor) return { path, version };
  }
  return null;
}

/** Made beside its place and moved there when it is whole: two test runs at once do not meet. */
async function make(python: string, folder: string): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true });
  const draft = mkdtempSync(`${folder}-`);
  try {
    await must(python, ['-m', 'venv', draft]);
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-input'];
    await must(pythonIn(draft), [...pip, '-r', requirements]);
    if (!existsSync(folder)) renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

async function must(program: string, args: readonly string[]): Promise<void> {
  const { code, output } = await run(program, args, { timeoutMs: installMs });
  if (code === 0) return;
  throw new Error(`${program} ${args.join(' ')} ended with ${String(code)}: ${output}`);
}

function pythonIn(folder: string): string {
  return process.platform === 'win32'
    ? join(folder, 'Scripts', 'python.exe')
    : join(folder, 'bin', 'python');
}
