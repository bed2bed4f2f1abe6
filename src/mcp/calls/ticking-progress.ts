import type { OperationProgress } from '../../operations/operation-call.js';

export interface ProgressReport {
  readonly progress: number;
  readonly total?: number;
  readonly message?: string;
}

export interface TickingProgress {
  /** For the operation, where it has something of its own to tell. */
  report(report: OperationProgress): void;
  stop(): void;
}

const everyMs = 2_000;

/**
 * Tells who asked for it that a call is alive, every two seconds with the seconds that have gone, until the operation tells
 * of its progress itself. What is told never decreases, as the specification wants it.
 * https://modelcontextprotocol.io/specification/2025-11-25/basic/utilities/progress
 */
export function startTicking(tell: (report: ProgressReport) => void): TickingProgress {
  let last = 0;
  const startedAt = performance.now();
  const timer = setInterval(() => {
    const seconds = Math.round((performance.now() - startedAt) / 1_000);
    last = seconds;
    tell({ progress: seconds, message: `Working for ${seconds} s` });
  }, everyMs);
  timer.unref();
  return {
    report(report) {
      clearInterval(timer);
      if (report.progress <= last && last > 0) return;
      last = report.progress;
      tell(report);
    },
    stop: () => clearInterval(timer),
  };
}
