import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { redaction } from '../../../src/observability/create-logger.js';

describe('the log', () => {
  it('holds neither secrets nor the texts that stand in a failed Redis command', () => {
    const lines: string[] = [];
    const logger = pino({ redact: redaction }, { write: (line: string) => lines.push(line) });
    const error = Object.assign(new Error('WRONGTYPE'), {
      command: { name: 'set', args: ['key', 'secret text'] },
    });
    logger.error({ err: error }, 'failed');
    logger.info({ authorization: 'secret text', options: { password: 'secret text' } }, 'odd');
    logger.info({ request: { headers: { authorization: 'secret text' } } }, 'odd');
    expect(lines).toHaveLength(3);
    expect(lines.join('')).toContain('WRONGTYPE');
    expect(lines.join('')).not.toContain('secret text');
  });
});
