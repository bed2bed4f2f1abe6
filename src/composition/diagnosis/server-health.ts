import type { Config } from '../../config/config.js';
import type { Report } from '../../diagnosis/report.js';
import { diagnose } from './diagnose.js';
import { usualLimits, type DiagnosisParts } from './diagnosis-parts.js';

/** Whoever asks within this time gets the same report: the checks ask Microsoft. */
const freshMs = 15_000;

/** The server's own diagnosis. */
export function createServerHealth(
  parts: Omit<DiagnosisParts, 'problems' | 'place' | 'limits'> & { readonly config: Config },
): { read(): Promise<Report> } {
  let last: { readonly at: number; readonly report: Promise<Report> } | null = null;
  return {
    read() {
      const now = parts.now();
      if (last === null || now - last.at > freshMs) {
        last = {
          at: now,
          report: diagnose({ ...parts, problems: [], place: 'server', limits: usualLimits }),
        };
      }
      return last.report;
    },
  };
}
