import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findMentionPlaces,
  markMentions,
  placesOf,
  readableMentions,
  tagMentions,
} from '../../../src/domain/teams/mention-text.js';

const maya = { id: 'a', name: 'Maya <O> & Co' };

describe('Mentions in a text', () => {
  it('are tried with the longest name first, down to one word', () => {
    expect(findMentionPlaces('Ask @Maya Okafor or Ben today')).toEqual([
      { at: 4, names: ['Maya Okafor or Ben', 'Maya Okafor', 'Maya'] },
    ]);
    expect(findMentionPlaces('(@Åsa D’Arc-Øst!)')).toEqual([
      { at: 1, names: ['Åsa D’Arc-Øst', 'Åsa'] },
    ]);
    expect(findMentionPlaces('@Anna van der Berg')).toEqual([
      { at: 0, names: ['Anna van der Berg', 'Anna'] },
    ]);
  });

  it.each([
    'maya@Okafor.example',
    'write to <me@Home.example>',
    'https://x.example/@Maya',
    '`@Maya Okafor`',
    '```\n@Maya Okafor\n```',
    'an @everyone and an @ alone',
  ])('are none in: %s', (text) => {
    expect(findMentionPlaces(text)).toEqual([]);
  });

  it('are found by a given name, whatever its case, and only whole', () => {
    expect(placesOf('@maya okafor, @MAYA OKAFOR and @Maya Okaforsen', 'Maya Okafor')).toEqual([
      0, 14,
    ]);
    expect(placesOf('`@Maya`', 'Maya')).toEqual([]);
  });

  it('become the elements of Teams with the name as text', () => {
    const marked = markMentions('Hi @x!', [{ at: 3, length: 2, person: 0 }]);
    expect(tagMentions(`<p>${marked}</p>`, [maya])).toBe(
      '<p>Hi <at id="0">Maya &lt;O&gt; &amp; Co</at>!</p>',
    );
  });

  it('cannot be forged with the marks that stand for them', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '0', '\u{E000}', '\u{E001}', '@') }),
        (text) => {
          expect(tagMentions(markMentions(text, []), [maya])).not.toContain('<at');
        },
      ),
    );
  });

  it('leave everything else of the text as it was', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.array(fc.tuple(fc.nat(30), fc.nat(10)), { maxLength: 4 }),
        (text, places) => {
          const spans = places.map(([at, length]) => ({ at, length, person: 0 }));
          const marked = markMentions(text, spans).replaceAll(/\u{E000}0\u{E001}/gu, '');
          const isLeft = (index: number): boolean =>
            !spans.some(({ at, length }) => at <= index && index < at + length);
          // What overlaps a mention before it is no mention itself, so its own rest stays.
          const least = [...Array(text.length).keys()].filter(isLeft).length;
          expect(marked.length).toBeGreaterThanOrEqual(least);
          expect(marked.length).toBeLessThanOrEqual(text.length);
        },
      ),
    );
  });

  it('are read with an @ again', () => {
    expect(readableMentions('<p><at id="0">Maya</at>, hello</p>')).toBe('<p>@Maya, hello</p>');
  });
});
