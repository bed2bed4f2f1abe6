import { pino, type Logger } from 'pino';

/** Names under which a secret could reach a log line: the second net under the Secret type. */
const secretNames = [
  'authorization',
  'password',
  'secret',
  'clientSecret',
  'token',
  'accessToken',
  'refreshToken',
  'apiKey',
];

/** A failed Redis command carries its arguments, which are task texts: dropped with what is named like a secret. */
export const redaction = {
  paths: [
    'err.command',
    'err.previousErrors',
    ...secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
  ],
  censor: '[redacted]',
};

/**
 * One JSON line per record on standard output.
 */
export function createLogger(level: string, processName: 'server' | 'worker'): Logger {
  return pino({
    level,
    base: { process: processName },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: redaction,
  });
}
