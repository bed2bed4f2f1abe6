import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { formatEtag, parseEtag } from '../../../emulator/planner/etags.js';

const decode = (etag: string): string =>
  Buffer.from(etag.slice(3, -1), 'base64').toString('latin1');

describe('etags of Planner', () => {
  it('have the shape seen on the real service', () => {
    expect(formatEtag('Task', 2)).toBe('W/"JzEtVGFzayAgQEBAQEBAQEBAQEBAQEBASCc="');
    expect(decode(formatEtag('TaskDetails', 1))).toBe("'1-TaskDetails @@@@@@@@@@@@@@@D'");
    expect(decode(formatEtag('Bucket', 1))).toBe("'1-Bucket@@@@@@@@@@@@@@@D'");
  });

  it('grow in ordinal order of what they decode to', () => {
    const version = fc.integer({ min: 1, max: 1_000_000_000 });
    fc.assert(
      fc.property(version, version, (a, b) => {
        const isGreater = decode(formatEtag('Task', a)) > decode(formatEtag('Task', b));
        expect(isGreater).toBe(a > b);
      }),
    );
  });

  it('are read back as the version they were made of', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), (version) => {
        expect(parseEtag('Bucket', formatEtag('Bucket', version))).toBe(version);
      }),
    );
  });

  it('of another type or of any other text are not read', () => {
    expect(parseEtag('TaskDetails', formatEtag('Task', 3))).toBeUndefined();
    expect(parseEtag('Task', formatEtag('TaskDetails', 3))).toBeUndefined();
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parseEtag('Task', text)).toBeUndefined();
        expect(
          parseEtag(
            'Task',
            `W/"${btoa(`'1-Task  ${text.slice(0, 3)}'`.replace(/[^\0-\xff]/g, '?'))}"`,
          ),
        ).toBeUndefined();
      }),
    );
  });
});
