import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanHtml } from '../../../emulator/teams/clean-html.js';

describe('the HTML of a message', () => {
  it.each([
    ['<p>Hello <b>you</b></p>', '<p>Hello <b>you</b></p>'],
    ['<at id="0">Maya</at>', '<at id="0">Maya</at>'],
    ['<attachment id="a-1"></attachment>', '<attachment id="a-1"></attachment>'],
    [
      '<a href="https://a.example/?x=1&y=2" onclick="x">l</a>',
      '<a href="https://a.example/?x=1&y=2">l</a>',
    ],
    ['<a href=" javascript:alert(1)">l</a>', '<a>l</a>'],
    ['<img src="data:text/html,x" alt="y">', '<img alt="y">'],
    ['a<script>b</script >c', 'ac'],
    ['a<!-- b -->c', 'ac'],
    ['<blink>x</blink>', 'x'],
    ['1 < 2', '1 &lt; 2'],
    ['<scr<script>x</script>ipt>', '&lt;script>'],
  ])('%s is kept as %s', (given, kept) => {
    expect(cleanHtml(given)).toBe(kept);
  });

  it('never runs anything, however it is written, and cleaning twice changes nothing', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '/',
      ' ',
      '=',
      'script',
      '<script>',
      '</script>',
      '<p',
      '<a ',
      'href',
      'javascript:',
      'onload',
      'style',
      '<!--',
      '-->',
      '<svg ',
      '<at id="0">',
      'x',
      '&lt;',
      '\n',
      '<style>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const cleaned = cleanHtml(pieces.join(''));
        expect(cleaned).not.toMatch(/<(script|svg|style|!--)/i);
        expect(cleaned).not.toMatch(/<[^>]*\s(on\w+)\s*=/i);
        expect(cleaned).not.toMatch(/<[^>]*href="\s*javascript:/i);
        expect(cleanHtml(cleaned)).toBe(cleaned);
      }),
    );
  });
});
