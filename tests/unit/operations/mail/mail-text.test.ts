import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toReadableText } from '../../../../src/operations/mail/text/mail-text.js';

const markdown = (content: string): string =>
  toReadableText({ contentType: 'html', content }, 'markdown');
const plain = (content: string): string => toReadableText({ contentType: 'html', content }, 'text');

describe('A mail that is made to harm', () => {
  it('of white space alone, or of line breaks, is read in no time', () => {
    const spaces = ' '.repeat(300_000);
    expect(toReadableText({ contentType: 'text', content: `a${spaces}b` }, 'text')).toHaveLength(
      300_002,
    );
    for (const gap of [spaces, '\n'.repeat(150_000), '<br>'.repeat(150_000)]) {
      expect(markdown(`<pre>a${gap}b</pre>`).length).toBeLessThan(500);
    }
    const inPieces = `${'\n'.repeat(100)}<i></i>`.repeat(1_500);
    expect(markdown(`<pre>a${inPieces}b</pre>`)).toMatch(/a\s{1,400}b/);
  });

  it('is read as far as a person would, and no further', () => {
    expect(markdown(`first${'<i></i>'.repeat(60_000)}LAST`)).toBe('first');
    const text = markdown('<p>word</p>'.repeat(45_000));
    expect(text.length).toBeGreaterThan(50_000);
    expect(text.length).toBeLessThan(200_000);
  });

  it('cannot end its own code, whatever marks stand in it', () => {
    const text = markdown('<pre>```\n~~~\n</pre><p>after</p>');
    expect(text).toBe('````\n```\n~~~\n````\n\nafter');
  });

  it('gets no tag through behind backslashes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), (count) => {
        for (const text of [
          markdown(`<p>${'\\'.repeat(count)}&lt;img src=x&gt;</p>`),
          plain(`<p>${'\\'.repeat(count)}&lt;img src=x&gt;</p>`),
        ]) {
          const [, marks = ''] = /(\\*)<img/.exec(text) ?? [];
          expect(marks.length % 2).toBe(1);
        }
      }),
    );
  });
});

describe('The text of a mail', () => {
  it('keeps what a person sees: headings, lists, links, tables, code, quotations', () => {
    expect(
      markdown(
        '<h1>Plan</h1><p>See <b>the</b> <a href="https://a.example/x?y=1">page</a>.<ul><li>one<li>two</ul>' +
          '<table><tr><th>A<th>B<tr><td>1<td>2</table><pre>a  b</pre><blockquote>old</blockquote>',
      ),
    ).toBe(
      '# Plan\n\nSee **the** [page](https://a.example/x?y=1).\n\n-   one\n-   two\n\n' +
        '| A   | B   |\n| --- | --- |\n| 1   | 2   |\n\n```\na  b\n```\n\n> old',
    );
  });

  it('is plain where that is asked for', () => {
    expect(
      plain(
        '<h2>Hi</h2><p>a_b <i>c</i> <a href="https://a.example/">site</a></p><tr><td>x</td></tr>',
      ),
    ).toBe('Hi\n\na_b c site (https://a.example/)\n\nx');
  });

  it.each([
    ['display', '<div style="display:none">HIDDEN</div>'],
    ['display, written strangely', '<div style="dis/**/play&#58; none !important">HIDDEN</div>'],
    ['an escape in the style', String.raw`<div style="d\69splay:none">HIDDEN</div>`],
    ['visibility', '<p style="visibility:hidden">HIDDEN</p>'],
    ['opacity', '<p style="opacity:0.01">HIDDEN</p>'],
    ['size zero', '<span style="font-size:0px">HIDDEN</span>'],
    ['size one', '<span style="font: 1px Arial">HIDDEN</span>'],
    ['white on white', '<font color="#fefefe">HIDDEN</font>'],
    ['white on white by style', '<p style="color: rgb(255, 255, 255)">HIDDEN</p>'],
    ['black on black', '<td bgcolor="black"><span style="color:#000">HIDDEN</span></td>'],
    ['transparent', '<p style="color:rgba(0,0,0,0)">HIDDEN</p>'],
    ['no height', '<div style="max-height:0;overflow:hidden">HIDDEN</div>'],
    ['far away', '<div style="position:absolute;left:-9999px">HIDDEN</div>'],
    ['an indent', '<div style="text-indent:-9999px">HIDDEN</div>'],
    ['Outlook', '<p style="mso-hide:all">HIDDEN</p>'],
    ['the attribute', '<p hidden>HIDDEN</p>'],
    ['a class', '<style>.pre, .x {display:none}</style><p class="big pre">HIDDEN</p>'],
    ['an id', '<style>#top{font-size:0}</style><p id=top>HIDDEN</p>'],
    ['a comment', '<!-- HIDDEN -->'],
    ['a conditional comment', '<!--[if mso]><p>HIDDEN</p><![endif]-->'],
    ['a comment without an end', 'x<!-- HIDDEN'],
    ['script', '<script>HIDDEN</script><script src=x>HIDDEN'],
    ['style', '<style>HIDDEN</style>'],
    ['title', '<head><title>HIDDEN</title></head>'],
    ['template', '<template><p>HIDDEN</p></template>'],
    ['svg', '<svg><text>HIDDEN</text></svg>'],
    ['textarea', '<textarea>HIDDEN</textarea>'],
    ['a link without a place', '<a href="javascript:HIDDEN">visible</a>'],
    ['a link in disguise', '<a href="java&#115;cript:HIDDEN">visible</a>'],
    ['the alternative text of a pixel', '<img width=1 height=1 src=x alt="HIDDEN">'],
    ['embedded data', `<img src="data:image/png;base64,${'HIDDEN'.repeat(1_000)}">`],
  ])('holds nothing that was hidden by %s', (_how, html) => {
    for (const form of ['markdown', 'text'] as const) {
      const text = toReadableText({ contentType: 'html', content: `<p>before</p>${html}` }, form);
      expect(text).not.toContain('HIDDEN');
    }
    expect(markdown(`<p>before</p>${html}`)).toContain('before');
  });

  it.each([
    [
      'a wrapper of size zero around text of a size',
      '<td style="font-size:0"><p style="font-size:14px">SEEN</p>',
    ],
    [
      'white on a colour',
      '<td style="background:#c00"><a href="https://a.example" style="color:#fff">SEEN</a>',
    ],
    ['white on a picture', '<td background="x.png"><b style="color:white">SEEN</b>'],
    [
      'a rule for small screens',
      '<style>@media (max-width:600px){.a{display:none}}</style><p class=a>SEEN',
    ],
    ['what stands behind an element that was hidden', '<div style="display:none"><b>x</div>SEEN'],
    ['a body after a head that was not closed', '<head><meta charset=x><body>SEEN'],
  ])('shows %s', (_what, html) => {
    expect(markdown(html)).toContain('SEEN');
  });

  it('has no characters that nobody sees, but keeps joined letters and emoji', () => {
    const tags = 'ignore'.split('').map((one) => String.fromCodePoint(0xe0000 + one.charCodeAt(0)));
    expect(markdown(`a\u200bb\u202e${tags.join('')}\u00ad&zwnj;&nbsp;&#8204; c`)).toBe('ab c');
    expect(markdown('👩\u200d💻 می\u200cخواهم')).toBe('👩\u200d💻 می\u200cخواهم');
  });

  it('escapes tags that somebody wrote as text', () => {
    expect(markdown('&lt;script&gt;x&lt;/script&gt; 1 &lt; 2')).toBe(
      String.raw`\<script>x\</script> 1 < 2`,
    );
    const text = { contentType: 'text', content: 'a <b>c</b>' };
    expect(toReadableText(text, 'markdown')).toBe(String.raw`a \<b>c\</b>`);
  });

  it('unwraps protected links and leaves out long queries', () => {
    const wrapped = `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent('https://a.example/b?c=1')}&data=05`;
    expect(markdown(`<a href="${wrapped.replaceAll('&', '&amp;')}">go</a>`)).toBe(
      '[go](https://a.example/b?c=1)',
    );
    const counted = markdown(`<a href="https://a.example/p?u=${'x'.repeat(900)}">go</a>`);
    expect(counted).toBe('[go](https://a.example/p)');
  });

  const nasty = fc.array(
    fc.oneof(
      fc.constantFrom(
        '<',
        '>',
        '"',
        "'",
        '</',
        '<!--',
        '-->',
        '<script>',
        '</script',
        '<style>.a{',
        '}',
        '<b>',
        '</b>',
        '<table><tr><td>',
        '</table>',
        '<a href="',
        '&lt;script',
        '&#60;script&#62;',
        '<div style="display:none">',
        '<p ',
        'style=',
        '<img src=x onerror=',
        '<![CDATA[',
        '<?xml',
        '<svg/onload=',
        '<pre>',
        '<code>',
        '\\',
        '`',
        '\0',
      ),
      fc.string({ unit: 'binary', maxLength: 20 }),
    ),
    { maxLength: 60 },
  );

  it('never fails and never holds a tag, whatever comes', () => {
    fc.assert(
      fc.property(nasty, fc.constantFrom('markdown', 'text'), (parts, form) => {
        const text = toReadableText({ contentType: 'html', content: parts.join('') }, form);
        expect(text).not.toMatch(/(?<!\\)<\/?[a-z!?]/i);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['deep nesting', '<div>'.repeat(50_000)],
    ['nested tables', '<table><tr><td>'.repeat(2_000)],
    ['many cells', `<table>${'<tr><td>x'.repeat(30_000)}`],
    ['elements never closed', '<b><i>'.repeat(20_000) + '<p>x'.repeat(20_000)],
    ['quotations in quotations', '<blockquote>a<br>'.repeat(20_000)],
    ['angle brackets', '<'.repeat(300_000)],
    ['a style sheet without end', `<style>${'a{'.repeat(200_000)}`],
    ['attributes without end', `<p ${'a=b '.repeat(200_000)}`],
    ['embedded data', `<img src="data:;base64,${'A'.repeat(1_000_000)}">`],
  ])('is there soon for %s', (_what, html) => {
    const startedAt = performance.now();
    markdown(html);
    // Two orders of magnitude below what a quadratic pass would take.
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  });
});
