import type { Request, Response } from 'express';
import type { ChangeLog, PlannerChange } from '../planner/change-log.js';

const HEARTBEAT_MS = 20_000;

/** Server-Sent Events: one `change` for every accepted write, of one plan or of all. */
export function streamChanges(changes: ChangeLog, request: Request, response: Response): void {
  const planId = textOf(request.query['planId']);
  response.writeHead(200, {
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no',
  });
  response.write(': connected\n\n');
  const end = changes.subscribe((change: PlannerChange) => {
    if (planId !== undefined && change.planId !== planId) return;
    response.write(`event: change\nid: ${change.seq}\ndata: ${JSON.stringify(change)}\n\n`);
  });
  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
  response.on('close', () => {
    clearInterval(heartbeat);
    end();
  });
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
