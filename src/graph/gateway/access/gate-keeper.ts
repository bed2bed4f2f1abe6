import type { Logger } from 'pino';
import type { Outcome } from '../graph-request.js';
import type { GraphService } from '../graph-service.js';
import { circuitAlert, openCircuitAlert } from './circuit-alert.js';
import { judgeExchange } from './exchange-report.js';
import { createFailureWindow, type FailureWindow } from './failure-window.js';
import type { AccessReport, Admission, Ask, GraphAccess } from './graph-access.js';

export interface GateKeeperOptions {
  /** Null: this process stands alone. */
  readonly shared: GraphAccess | null;
  readonly local: GraphAccess;
  /** ms of a clock that never jumps. */
  readonly now: () => number;
  readonly logger: Pick<Logger, 'warn' | 'info'>;
}

/** An admission, and who gave it. */
export interface Pass extends Admission {
  readonly by: 'shared' | 'local';
}

/** Decides what may be sent, and learns from what comes back. */
export interface GateKeeper {
  /** Never waits for Redis for long: without it the process decides for itself. */
  admit(service: GraphService, asks: readonly Ask[]): Promise<Pass>;
  /** Resolves when the others know what they must know, with the time for which the gate is closed now (ms). */
  note(service: GraphService, outcomes: readonly Outcome[], pass: Pass): Promise<number>;
}

/** Redis answers in less than a millisecond, or not at all. */
const patienceMs = 500;
/** After a failure Redis is left alone for so long. */
const pauseMs = 1_000;

export function createGateKeeper(options: GateKeeperOptions): GateKeeper {
  const { shared, local, now, logger } = options;
  const closedUntil = new Map<GraphService, { readonly at: number; readonly why: string }>();
  const heldBack = new Map<GraphService, number>();
  const windows = new Map<string, FailureWindow>();
  let sharedFrom = 0;
  let isAlone = false;

  const together = async <T>(ask: (access: GraphAccess) => Promise<T>): Promise<T | null> => {
    if (shared === null || now() < sharedFrom) return null;
    try {
      const reply = await within(patienceMs, ask(shared));
      if (isAlone) logger.info('Redis tells again whether Microsoft Graph may be asked');
      isAlone = false;
      return reply;
    } catch (error) {
      sharedFrom = now() + pauseMs;
      if (!isAlone) {
        logger.warn(
          { err: error },
          'Redis does not tell whether Microsoft Graph may be asked: this process decides by itself',
        );
      }
      isAlone = true;
      return null;
    }
  };

  const closeFor = (service: GraphService, ms: number, why: string): void => {
    closedUntil.set(service, { at: now() + ms, why });
  };

  const windowOf = (service: GraphService, pass: Pass): FailureWindow => {
    const key = `${service} ${pass.by} ${String(pass.generation)}`;
    const known = windows.get(key);
    if (known !== undefined) return known;
    for (const other of windows.keys()) {
      if (other.startsWith(`${service} ${pass.by} `)) windows.delete(other);
    }
    const window = createFailureWindow();
    windows.set(key, window);
    return window;
  };

  const judge = (
    service: GraphService,
    outcomes: readonly Outcome[],
    pass: Pass,
  ): AccessReport | null => {
    const { throttled, health, why } = judgeExchange(outcomes, Date.now());
    const at = new Date().toISOString();
    const isWell = pass.isDoubtful && health === 'well' && throttled === null;
    const report: AccessReport = {
      generation: pass.generation,
      ...(throttled !== null && { throttled }),
      ...(isWell && { isWell }),
      // A service that says when to come back is there.
      ...(pass.isProbe && { probe: health === 'failed' ? 'failed' : 'ok' }),
      ...(pass.isProbe && health !== 'failed' && { over: { ...circuitAlert(service), at } }),
    };
    if (!pass.isProbe && health !== null) {
      const isFailing = windowOf(service, pass).note(health) === 'failing';
      if (isFailing) {
        return { ...report, failing: { why, alert: openCircuitAlert(service, why, at) } };
      }
    }
    return throttled === null && !isWell && !pass.isProbe ? null : report;
  };

  return {
    async admit(service, asks) {
      const closed = closedUntil.get(service);
      const closedMs = (closed?.at ?? 0) - now();
      const held = heldBack.get(service) ?? 0;
      if (closed !== undefined && closedMs > 0) {
        heldBack.set(service, held + asks.reduce((sum, ask) => sum + ask.count, 0));
        return closedPass(asks, closedMs, closed.why);
      }
      heldBack.delete(service);
      const admission = await together((access) => access.admit(service, asks, held));
      if (admission === null) {
        heldBack.set(service, held + (heldBack.get(service) ?? 0));
        return { ...(await local.admit(service, asks)), by: 'local' };
      }
      const gate = admission.verdicts.find(({ refusal }) => refusal?.kind === 'gate')?.refusal;
      if (gate) closeFor(service, gate.retryAfterMs, gate.why);
      return { ...admission, by: 'shared' };
    },
    async note(service, outcomes, pass) {
      const report = judge(service, outcomes, pass);
      if (report === null) return 0;
      const ownMs = await local.report(service, withoutCircuit(report, pass));
      const sharedMs = await together((access) => access.report(service, report));
      const closedMs = sharedMs ?? ownMs;
      if (closedMs > 0) closeFor(service, closedMs, report.throttled?.why ?? '');
      return closedMs;
    },
  };
}

/** The process's own circuit counts only while it stands alone. */
function withoutCircuit(report: AccessReport, pass: Pass): AccessReport {
  if (pass.by === 'local') return report;
  const { generation, throttled, isWell } = report;
  return { generation, ...(throttled !== undefined && { throttled }), ...(isWell && { isWell }) };
}

function closedPass(asks: readonly Ask[], retryAfterMs: number, why: string): Pass {
  const refusal = { kind: 'gate', retryAfterMs, why } as const;
  return {
    generation: 0,
    isProbe: false,
    isDoubtful: false,
    by: 'local',
    verdicts: asks.map(() => ({ granted: 0, refusal })),
  };
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${String(ms)} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
