import fc from 'fast-check';

const startLine = '--- agent notes ---';
const endLine = '--- end of agent notes ---';

export function section(notes: string): string {
  return `${startLine}\n${notes}\n${endLine}`;
}

const piece = fc.constantFrom('alpha', 'beta', '', ' ', '😀', '…', 'مرحبا', startLine, endLine);
const lineEnd = fc.constantFrom('\n', '\n', '\r\n', '\r');

/** Texts in which marker lines, line ends and wide characters meet in every way. */
export const markedText: fc.Arbitrary<string> = fc
  .array(fc.tuple(piece, lineEnd), { maxLength: 9 })
  .chain((lines) => piece.map((last) => lines.map(([line, end]) => line + end).join('') + last));

/** What agents may write as their notes: no marker lines. */
export const notesText: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.constantFrom('one', 'two', ' three ', '', '😀😀', '漢字'), lineEnd), {
    maxLength: 6,
  })
  .map((lines) => lines.map(([line, end]) => line + end).join(''));
