import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName } from '../../../../src/domain/names/fold-name.js';

const letters = Array.from('aeiounscyzABCÄÖÜßéèêñçøåÆœłđŞİığżőλΣσς');
const nameText = fc
  .array(fc.constantFrom(...letters, ' ', '-', "'", '.'), { maxLength: 20 })
  .map((parts) => parts.join(''));

describe('folding a name', () => {
  it.each([
    ['Tomás Herrera', 'tomas herrera'],
    ['TOMÁS  HERRERA ', 'tomas herrera'],
    ['Jo\u0308rg', 'jorg'],
    ['Große Straße', 'grosse strasse'],
    ['Łukasz Øster', 'lukasz oster'],
    ['Ｔｏ　ｄｏ', 'to do'],
    ['İstanbul', 'istanbul'],
  ])('makes %s %s', (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });

  it('folds what is folded to itself, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(foldName(foldName(name))).toBe(foldName(name));
      }),
    );
  });

  it('is the same for every way to write the same letters', () => {
    fc.assert(
      fc.property(nameText, (name) => {
        const folded = foldName(name);
        for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD']) {
          expect(foldName(name.normalize(form))).toBe(folded);
        }
        expect(foldName(name.toUpperCase())).toBe(folded);
        expect(foldName(` \t${name.replaceAll(' ', '\u00a0 ')} `)).toBe(folded);
      }),
    );
  });

  it('keeps names of different letters apart', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,8}$/), fc.stringMatching(/^[a-z]{1,8}$/), (a, b) => {
        expect(foldName(a) === foldName(b)).toBe(a === b);
      }),
    );
  });
});
