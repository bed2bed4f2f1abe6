import type { AgentNotes, NotesPlace } from '../agent-notes.js';
import { findNotes, placeAfter, placeNotes, wordsOf } from '../agent-notes.js';
import { decideConflict } from './conflict-rule.js';
import { mapSides } from './map-sides.js';
import { mergeText } from './merge-text.js';
import type { Merged, ThreeWay, WriteTimes } from './merge-types.js';

/**
 * Three-way merge of a description. The agents' section and people's words are merged each by itself, so that notes
 * written while a person wrote below them cost nobody a line. A moved section stays where it was moved to.
 */
export function mergeDescription(versions: ThreeWay<string>, times: WriteTimes): Merged<string> {
  const { base, agent, planner } = versions;
  const sections = mapSides(versions, notesOf);
  const isPlain = sections.base === null && sections.agent === null && sections.planner === null;
  if (isPlain || agent === planner || agent === base || planner === base) {
    return mergeText('description', versions, times);
  }
  const words = mergeText('description', mapSides(versions, wordsOf), times);
  const notes = mergeNotes(sections, times);
  const [conflict] = [...words.conflicts, ...notes.conflicts];
  return {
    value: join(words.value, notes.value, versions),
    conflicts: conflict === undefined ? [] : [{ ...conflict, base, agent, planner }],
  };
}

function mergeNotes(versions: ThreeWay<string | null>, times: WriteTimes): Merged<string | null> {
  const { base, agent, planner } = versions;
  if (agent === planner || planner === base) return { value: agent, conflicts: [] };
  if (agent === base) return { value: planner, conflicts: [] };
  if (base !== null && agent !== null && planner !== null) {
    return mergeText('description', { base, agent, planner }, times);
  }
  const field = 'description' as const;
  const verdict = decideConflict(times.agentAt(field), times.personAt(field));
  return {
    value: verdict.winner === 'agent' ? agent : planner,
    conflicts: [{ field, base, agent, planner, ...verdict }],
  };
}

/** What Planner says already keeps its form there, so that it needs no write. */
function join(
  words: string,
  notes: string | null,
  { agent, planner }: Pick<ThreeWay<string>, 'agent' | 'planner'>,
): string {
  if (wordsOf(planner) === words && notesOf(planner) === notes) return planner;
  if (notes === null) return words;
  const [lead] = [planner, agent].flatMap((side) => findNotes(side) ?? []);
  const place = lead === undefined ? null : placeIn(words, lead);
  return placeNotes(place ?? placeAfter(words), notes, Infinity) ?? words;
}

/** Where a section that stands among words stood, if the words on one side of it are still there. */
function placeIn(words: string, { before, tail }: AgentNotes): NotesPlace | null {
  if (tail === null) return null;
  if (words.startsWith(before)) return { before, tail: words.slice(before.length) };
  const head = words.slice(0, words.length - tail.length);
  return tail !== '' && words.endsWith(tail) && head.endsWith('\n') ? { before: head, tail } : null;
}

function notesOf(description: string): string | null {
  return findNotes(description)?.notes ?? null;
}
