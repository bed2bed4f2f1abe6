import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchName, type Named } from '../../../../src/domain/names/match-name.js';

const people: readonly Named[] = [
  { id: '1', name: 'Maya Okafor', mail: 'maya@x.example', also: ['maya@x.example'] },
  { id: '2', name: 'Tomás Herrera', mail: 'tomas@x.example', also: ['tomas@x.example'] },
  { id: '3', name: 'Anna Berg', mail: 'anna.berg@x.example' },
  { id: '4', name: 'Anna Berg', mail: 'anna.berg2@x.example' },
  { id: '5', name: 'Anna Bergström', mail: 'anna.bergstrom@x.example' },
];

const idsOf = (name: string, known = people) => {
  const match = matchName(name, known);
  return match.kind === 'one' ? match.id : [match.kind, ...match.candidates.map(({ id }) => id)];
};

describe('what a name means', () => {
  it('is the one that is called exactly so, whatever the case and the accents', () => {
    expect(idsOf('maya okafor')).toBe('1');
    expect(idsOf('Tomas Herrera')).toBe('2');
    expect(idsOf('TOMAS@x.example')).toBe('2');
  });

  it('is not guessed where two are called so', () => {
    expect(idsOf('Anna Berg')).toEqual(['several', '3', '4']);
    expect(matchName('Anna Berg', people)).toMatchObject({
      candidates: [
        { id: '3', name: 'Anna Berg', mail: 'anna.berg@x.example' },
        { id: '4', name: 'Anna Berg', mail: 'anna.berg2@x.example' },
      ],
    });
  });

  it('is not guessed from a first name, even of only one; the one is the first candidate', () => {
    expect(idsOf('Maya')).toEqual(['none', '1']);
    expect(idsOf('Herrera')).toEqual(['none', '2']);
    expect(idsOf('Anna B')).toEqual(['none', '3', '4', '5']);
  });

  it('are several where a part of the name fits several, by whole words of it', () => {
    expect(idsOf('Anna')).toEqual(['several', '3', '4', '5']);
    expect(idsOf('berg')).toEqual(['several', '3', '4']);
    expect(matchName('Anna', [{ id: '6', name: 'Anna Berg', jobTitle: 'Cook' }])).toEqual({
      kind: 'none',
      candidates: [{ id: '6', name: 'Anna Berg', jobTitle: 'Cook' }],
    });
  });

  it('names those that are spelled almost so, the nearest first', () => {
    expect(idsOf('Anna Bergstrm')).toEqual(['none', '5', '3', '4']);
    expect(idsOf('Maja Okafor')).toEqual(['none', '1']);
  });

  it('prefers what is written exactly so over what only folds to the same', () => {
    const buckets = [
      { id: 'a', name: 'Done' },
      { id: 'b', name: 'done' },
    ];
    expect(idsOf('done', buckets)).toBe('b');
    expect(idsOf('DONE', buckets)).toEqual(['several', 'a', 'b']);
  });

  it('shows some where nothing is near', () => {
    expect(idsOf('Zzyzx', people.slice(0, 2))).toEqual(['none', '1', '2']);
    expect(matchName('Zzyzx', people)).toMatchObject({ kind: 'none', isFar: true });
    expect(matchName('Maja Okafor', people)).not.toHaveProperty('isFar');
    expect(idsOf('anything', [])).toEqual(['none']);
  });

  it('never answers one of another name, and knows every unique name', () => {
    const named = fc
      .uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), { maxLength: 12 })
      .map((names) => names.map((name, at): Named => ({ id: String(at), name })));
    fc.assert(
      fc.property(named, fc.string({ maxLength: 12 }), (known, wanted) => {
        const match = matchName(wanted, known);
        const exact = known.filter(({ name }) => name === wanted);
        if (exact.length === 1) expect(match).toEqual({ kind: 'one', id: exact[0]?.id });
        if (match.kind === 'one') expect(known.some(({ id }) => id === match.id)).toBe(true);
        else expect(match.candidates.length).toBeLessThanOrEqual(10);
      }),
    );
  });
});
