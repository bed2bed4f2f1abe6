import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDoctorOptions } from '../../../src/diagnosis/doctor-options.js';
import { failure, ok, toFinding, warning } from '../../../src/diagnosis/finding.js';
import { renderReport } from '../../../src/diagnosis/render-report.js';
import { toReport } from '../../../src/diagnosis/report.js';
import { wrapText } from '../../../src/diagnosis/wrap-text.js';

const report = toReport(
  [
    toFinding('redis.reachable', ok('Redis answers')),
    toFinding('redis.eviction', failure('Redis throws tasks away', 'Set noeviction.')),
    toFinding('plans.access', warning('No plan', 'Link one.')),
  ],
  { startedAt: 0, endedAt: 1_240 },
);

describe('the report for people', () => {
  it('has a heading for each area, a line for each finding, and what to do below it', () => {
    expect(renderReport(report, { width: 80, hasColour: false }).split('\n')).toEqual([
      'Redis',
      '  ok    reachable  Redis answers',
      '  FAIL  eviction   Redis throws tasks away',
      '                   -> Set noeviction.',
      '',
      'Plans',
      '  warn  access     No plan',
      '                   -> Link one.',
      '',
      '1 ok, 1 warning, 1 failure, 0 skipped, after 1.2 s',
    ]);
  });

  it('keeps to the width of the terminal, down to forty columns', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.array(fc.string({ maxLength: 12 }), { maxLength: 30 }),
        (width, words) => {
          const text = words.join(' ');
          const findings = [toFinding('temporal.search-attributes', failure(text, text))];
          const lines = renderReport(toReport(findings, { startedAt: 0, endedAt: 0 }), {
            width,
            hasColour: false,
          }).split('\n');
          // The sum below is one line, as scripts of people look for it.
          for (const line of lines.slice(0, -1)) {
            expect(line.length).toBeLessThanOrEqual(Math.max(width, 40));
          }
        },
      ),
    );
  });

  it('has colours only where they are wanted', () => {
    expect(renderReport(report, { width: 80, hasColour: false })).not.toContain('\u001B');
    expect(renderReport(report, { width: 80, hasColour: true })).toContain(
      '\u001B[31mFAIL\u001B[0m',
    );
  });

  it('obeys nothing that stands in the title of a plan', () => {
    const nasty = [toFinding('plans.access', ok('The plan "\u001B[2J\u0007x\r\ny"'), 'p')];
    const text = renderReport(toReport(nasty, { startedAt: 0, endedAt: 0 }), {
      width: 80,
      hasColour: false,
    });
    // oxlint-disable-next-line no-control-regex -- that is what is looked for
    expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F]/);
  });
});

describe('text that is wrapped', () => {
  it('loses and adds nothing but blanks', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z ]{0,80}$/),
        fc.integer({ min: 1, max: 40 }),
        (text, width) => {
          expect(wrapText(text, width).join(' ')).toBe(text.trim().replaceAll(/ +/g, ' '));
        },
      ),
    );
  });

  it('counts two columns for wide letters', () => {
    expect(wrapText('計画 計画', 8)).toEqual(['計画', '計画']);
    expect(wrapText('計画 計画', 9)).toEqual(['計画 計画']);
  });
});

describe('the options of the doctor', () => {
  it('are few, and others are refused with the help', () => {
    expect(readDoctorOptions([])).toEqual({ kind: 'report', isJson: false });
    expect(readDoctorOptions(['--json'])).toEqual({ kind: 'report', isJson: true });
    expect(readDoctorOptions(['--json', '-h'])).toEqual({ kind: 'help' });
    expect(readDoctorOptions(['--fix'])).toMatchObject({
      kind: 'nonsense',
      message: expect.stringMatching(/--fix[^]*Exit code/),
    });
  });
});
