import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { NamedProcess } from './stand/cpu-time.js';

/** Express with one Redis command a request and nothing else, as a process of its own. */
export interface BareRoute {
  /** POST creates below it, GET reads what was created. */
  readonly url: string;
  readonly process: NamedProcess;
  stop(): void;
}

export async function startBareRoute(redisUrl: string): Promise<BareRoute> {
  const script = fileURLToPath(new URL('bare-route.mjs', import.meta.url));
  const child = spawn(process.execPath, [script, redisUrl], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const { port } = JSON.parse(line) as { port: number };
  return {
    url: `http://127.0.0.1:${port}/tasks`,
    process: { name: 'bare route', pid: child.pid ?? 0 },
    stop: () => child.kill(),
  };
}
