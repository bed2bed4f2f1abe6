import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeHtml, markup } from '../../../../src/http/pages/markup.js';

describe('markup', () => {
  it('escapes what is filled in, as content and in attributes, and leaves markup as it is', () => {
    const name = `<script>alert("1")</script>'&\``;
    const inner = markup`<b title="${name}">${name}</b>`;
    const text = markup`<p>${inner}${null}${undefined}${['<', inner]}${3}</p>`.toString();
    expect(text.match(/<[a-z/]/g)).toEqual(['<p', '<b', '</', '<b', '</', '</']);
    expect(text).not.toContain('<script');
    expect(text).toContain('3</p>');
  });

  it('lets nothing out of the place where it was put, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = escapeHtml(text);
        expect(escaped).not.toMatch(/[<>"'`]/);
        const back = escaped.replaceAll(/&#(\d+);/g, (_, code: string) =>
          String.fromCodePoint(Number(code)),
        );
        expect(back).toBe(text);
      }),
      { numRuns: 60 },
    );
  });
});
