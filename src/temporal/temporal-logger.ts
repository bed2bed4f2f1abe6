import type { Logger as TemporalLogger, LogLevel } from '@temporalio/worker';
import type { Logger } from 'pino';

const levels = {
  TRACE: 'trace',
  DEBUG: 'debug',
  INFO: 'info',
  WARN: 'warn',
  ERROR: 'error',
} as const satisfies Record<LogLevel, string>;

/** Temporal's own log lines in ours. */
export function createTemporalLogger(logger: Logger): TemporalLogger {
  const log = (level: LogLevel, message: string, meta: object = {}): void => {
    logger[levels[level]](withoutSymbols(meta), message);
  };
  return {
    log,
    trace: (message, meta) => log('TRACE', message, meta),
    debug: (message, meta) => log('DEBUG', message, meta),
    info: (message, meta) => log('INFO', message, meta),
    warn: (message, meta) => log('WARN', message, meta),
    error: (message, meta) => log('ERROR', message, meta),
  };
}

/** The SDK marks records with symbols, and calls an error `error` where pino expects `err`. */
function withoutSymbols(meta: object): object {
  const fields = Object.fromEntries(Object.entries(meta));
  const { error, ...rest } = fields;
  return error === undefined ? rest : { ...rest, err: error };
}
