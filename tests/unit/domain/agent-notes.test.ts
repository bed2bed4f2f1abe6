import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNotes, withNotes, wordsOf } from '../../../src/domain/agent-notes.js';
import { markedText, notesText, section } from './texts.js';

const put = (description: string, notes: string): string =>
  withNotes(description, notes, Infinity) ?? '';

/** Without it no further section comes to light. */
const isAlone = (description: string): boolean => findNotes(wordsOf(description)) === null;

describe('the agents’ section of a description', () => {
  it('takes nothing from what stands around it, and leaves no trace when it goes', () => {
    fc.assert(
      fc.property(markedText, notesText, (description, notes) => {
        fc.pre(isAlone(description));
        expect(wordsOf(put(description, notes))).toBe(wordsOf(description));
      }),
    );
  });

  it('keeps the words before and after it byte for byte', () => {
    fc.assert(
      fc.property(markedText, notesText, (description, notes) => {
        const found = findNotes(description);
        fc.pre(found !== null && notes.trim() !== '');
        expect(findNotes(put(description, notes))).toMatchObject({
          before: found?.before,
          tail: found?.tail,
        });
      }),
    );
  });

  it('holds what was written, and written again it stays the same', () => {
    fc.assert(
      fc.property(markedText, notesText, (description, notes) => {
        const once = put(description, notes);
        fc.pre(notes.trim() !== '' || isAlone(description));
        expect(put(once, notes)).toBe(once);
        const wanted = notes.replaceAll(/\r\n?/g, '\n').trim();
        if (wanted !== '') {
          expect(findNotes(once)?.notes.replaceAll('\r\n', '\n')).toBe(wanted);
        }
      }),
    );
  });

  it('is cut to fit, never through a character, and says so; the words stay whole', () => {
    fc.assert(
      fc.property(markedText, notesText, fc.nat(60), (description, notes, room) => {
        fc.pre(notes.trim() !== '');
        const limit = wordsOf(description).length + room;
        const cut = withNotes(description, notes, limit);
        if (cut === null) return;
        expect(cut.length).toBeLessThanOrEqual(limit);
        expect(wordsOf(cut)).toBe(wordsOf(description));
        expect(cut).not.toMatch(/\p{Surrogate}/u);
        if (cut !== put(description, notes)) expect(findNotes(cut)?.notes).toMatch(/(^|\n)…$/);
      }),
    );
  });

  it('is the innermost first pair of lines', () => {
    expect(findNotes(`a\n${section('b')}`)).toEqual({ before: 'a\n', notes: 'b', tail: null });
    expect(findNotes(section(''))).toEqual({ before: '', notes: '', tail: null });
    expect(findNotes(`${section('b')}\n`)).toEqual({ before: '', notes: 'b', tail: '' });
    expect(findNotes('--- agent notes ---\nb')).toBeNull();
    expect(findNotes('--- end of agent notes ---')).toBeNull();
    expect(findNotes('see --- agent notes ---\nb\n--- end of agent notes ---')).toBeNull();
  });
});
