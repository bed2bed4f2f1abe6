import { describe, expect, it } from 'vitest';
import { makeLegal } from '../../../src/domain/merge/legal.js';
import { mergeDescription } from '../../../src/domain/merge/merge-description.js';
import { aContent } from './a-content.js';
import { timesFor } from './arbitraries.js';
import { section } from './texts.js';

const merge = (
  base: string,
  agent: string,
  planner: string,
  winner: 'agent' | 'person' = 'person',
) => mergeDescription({ base, agent, planner }, timesFor(winner));

describe('merging descriptions with agent notes', () => {
  it('keeps new notes and what a person wrote in the same place, whoever came later', () => {
    for (const winner of ['agent', 'person'] as const) {
      expect(merge('Words', `Words\n\n${section('notes')}`, 'Words\nmore', winner)).toEqual({
        value: `Words\nmore\n\n${section('notes')}`,
        conflicts: [],
      });
    }
  });

  it('keeps a section where a person moved it to, with the agent’s newer notes', () => {
    const base = `One\nTwo\n\n${section('old')}`;
    const moved = `One\n${section('old')}\nTwo`;
    expect(merge(base, `One\nTwo\n\n${section('new')}`, moved).value).toBe(
      `One\n${section('new')}\nTwo`,
    );
    expect(merge(moved, `One\n${section('new')}\nTwo`, `Zero\n${section('old')}\nTwo`)).toEqual({
      value: `Zero\n${section('new')}\nTwo`,
      conflicts: [],
    });
  });

  it('decides by the conflict rule only what both changed inside the section, once', () => {
    const [base, agent, person] = ['old', 'agent', 'person'].map(section);
    expect(merge(base ?? '', agent ?? '', person ?? '', 'person')).toMatchObject({
      value: person,
      conflicts: [{ winner: 'person', base, agent, planner: person }],
    });
    expect(merge(base ?? '', agent ?? '', person ?? '', 'agent').value).toBe(agent);
  });

  it('lets a person who removed or cut open the section win over the agent’s change of it', () => {
    const base = `Words\n\n${section('old')}`;
    const agent = `Words\n\n${section('new')}`;
    expect(merge(base, agent, 'Words!').value).toBe('Words!');
    const cutOpen = 'Words!\n\n--- agent notes ---\nold';
    expect(merge(base, agent, cutOpen).value).toBe(cutOpen);
  });

  it('sends nothing back that says the same in another form', () => {
    const planner = `Words!\n --- agent notes --- \nnew\n--- end of agent notes ---`;
    const base = `Words\n\n${section('old')}`;
    expect(merge(base, `Words\n\n${section('new')}`, planner).value).toBe(planner);
  });
});

describe('line ends', () => {
  it('of one of Planner’s clients do not make every line a conflict', () => {
    expect(merge('one\ntwo\nthree', 'ONE\ntwo\nthree', 'one\r\ntwo\r\nTHREE')).toEqual({
      value: 'ONE\r\ntwo\r\nTHREE',
      conflicts: [],
    });
    expect(merge('one\ntwo', 'one\r\ntwo', 'one\nTWO').value).toBe('one\nTWO');
  });

  it('that are mixed stay as they are', () => {
    expect(merge('a\r\nb\nc', 'A\r\nb\nc', 'a\r\nb\nC').value).toBe('A\r\nb\nC');
  });
});

describe('a merged description that is too long', () => {
  const limits = { description: 100, checklist: 20, references: 10, assignees: 20 };
  const legal = (merged: string, agent: string, planner: string) =>
    makeLegal(
      aContent({ description: merged }),
      {
        base: aContent(),
        agent: aContent({ description: agent }),
        planner: aContent({ description: planner }),
      },
      limits,
    );

  it('is cut in the agents’ section, and what the agent wanted is reported', () => {
    const agent = section('n'.repeat(50));
    const planner = 'w'.repeat(30);
    const { value, conflicts } = legal(`${planner}\n\n${agent}`, agent, planner);
    expect(value.description).toBe(`${planner}\n\n${section(`${'n'.repeat(19)}\n…`)}`);
    expect(conflicts).toMatchObject([{ field: 'description', agent, winner: 'person' }]);
  });

  it('loses the section where the words leave no room', () => {
    const planner = 'w'.repeat(90);
    const agent = section('notes');
    expect(legal(`${planner}\n\n${agent}`, agent, planner).value.description).toBe(planner);
  });

  it('gives way to the person’s side where words of both are too long together', () => {
    const [agent, planner] = ['a'.repeat(60), 'p'.repeat(60)];
    expect(legal(`${agent}\n${planner}`, agent, planner).value.description).toBe(planner);
  });

  it('is left alone when Planner holds as much already', () => {
    const planner = 'p'.repeat(200);
    expect(legal(planner, 'a', planner)).toMatchObject({
      value: { description: planner },
      conflicts: [],
    });
    expect(legal('p'.repeat(150), 'p'.repeat(150), planner).conflicts).toEqual([]);
  });
});
