import type { Logger } from 'pino';
import type { Outcome } from '../graph-request.js';
import { gateOf, type GraphService } from '../graph-service.js';
import { circuitAlert, openCircuitAlert } from './circuit-alert.js';
import { judgeExchange, throttledAmong } from './exchange-report.js';
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
  admit(service: GraphService, asks: readonly Ask[], mailbox?: string | null): Promise<Pass>;
  /** Resolves when the others know what they must know, with the time for which the gate is closed now (ms). */
  note(
    service: GraphService,
    outcomes: readonly Outcome[],
    pass: Pass,
    mailbox?: string | null,
  ): Promise<number>;
}

interface Closed {
  /** By this process's clock. */
  readonly at: number;
  readonly why: string;
}

/** Redis answers in less than a millisecond, or not at all. */
const patienceMs = 500;
/** After a failure Redis is left alone for so long. */
const pauseMs = 1_000;

export function createGateKeeper(options: GateKeeperOptions): GateKeeper {
  const { shared, local, now, logger } = options;
  const closedUntil = new Map<string, Closed>();
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

  /** Whether the service is closed or only one mailbox of it is Redis' to know: others ask. */
  const closeFor = (gate: string, ms: number, why: string): void => {
    closedUntil.set(gate, { at: now() + ms, why });
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
    mailbox: string | null,
  ): AccessReport | null => {
    const { throttled, health, why } = judgeExchange(outcomes, Date.now());
    const at = new Date().toISOString();
    const isOfMailbox = mailbox !== null && areLimits(outcomes);
    const isWell = pass.isDoubtful && health === 'well' && throttled === null;
    const report: AccessReport = {
      generation: pass.generation,
      ...(mailbox !== null && { mailbox }),
      ...(throttled !== null && {
        throttled: { ...throttled, ...(isOfMailbox && { isOfMailbox }) },
      }),
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
    async admit(service, asks, mailbox = null) {
      const closed = latest(closedUntil.get(service), closedUntil.get(gateOf(service, mailbox)));
      const closedMs = (closed?.at ?? 0) - now();
      const held = heldBack.get(service) ?? 0;
      if (closed !== undefined && closedMs > 0) {
        heldBack.set(service, held + asks.reduce((sum, ask) => sum + ask.count, 0));
        return closedPass(asks, closedMs, closed.why);
      }
      heldBack.delete(service);
      const admission = await together((access) => access.admit(service, asks, held, mailbox));
      if (admission === null) {
        heldBack.set(service, held + (heldBack.get(service) ?? 0));
        return { ...(await local.admit(service, asks, 0, mailbox)), by: 'local' };
      }
      const gate = admission.verdicts.find(({ refusal }) => refusal?.kind === 'gate')?.refusal;
      if (gate) closeFor(gateOf(service, mailbox), gate.retryAfterMs, gate.why);
      return { ...admission, by: 'shared' };
    },
    async note(service, outcomes, pass, mailbox = null) {
      const report = judge(service, outcomes, pass, mailbox);
      if (report === null) return 0;
      const ownMs = await local.report(service, withoutCircuit(report, pass));
      const sharedMs = await together((access) => access.report(service, report));
      const closedMs = sharedMs ?? ownMs;
      if (closedMs > 0) closeFor(gateOf(service, mailbox), closedMs, report.throttled?.why ?? '');
      return closedMs;
    },
  };
}

/**
 * Outlook limits each mailbox by itself, and says so with 429; a 503 or 509 tells of the service.
 * https://learn.microsoft.com/graph/throttling-limits#outlook-service-limits
 */
function areLimits(outcomes: readonly Outcome[]): boolean {
  return [...throttledAmong(outcomes)].every(
    (outcome) => 'status' in outcome && outcome.status === 429,
  );
}

function latest(one: Closed | undefined, other: Closed | undefined): Closed | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one.at > other.at ? one : other;
}

/** The process's own circuit counts only while it stands alone. */
function withoutCircuit(report: AccessReport, pass: Pass): AccessReport {
  if (pass.by === 'local') return report;
  const { generation, mailbox, throttled, isWell } = report;
  return {
    generation,
    ...(mailbox !== undefined && { mailbox }),
    ...(throttled !== undefined && { throttled }),
    ...(isWell && { isWell }),
  };
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
