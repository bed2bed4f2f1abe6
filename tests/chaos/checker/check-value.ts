import type { Cell, CellValue } from '../journal/write.js';
import { slots } from '../world/texts.js';
import {
  byAgent,
  byPerson,
  isSure,
  nameOf,
  withLastWord,
  writersOf,
  type Case,
  type CellFact,
} from './case.js';
import { gaveWay } from './excuses.js';
import type { Violation } from './violation.js';

/** Writes of both sides this close to each other are simultaneous, and then the person's stays (ms). */
const graceMs = 30_000;
/** What clocks and answers may be apart (ms). */
const marginMs = 500;

/** What a new task has where nobody wrote anything. */
const blanks: ReadonlyMap<string, CellValue> = new Map<string, CellValue>([
  ['percentComplete', 0],
  ['priority', 5],
  ['dueDateTime', null],
  ['isChecked', false],
  ['alias', null],
  ...slots.map((slot): [string, CellValue] => [slot, null]),
]);

/** A value that is written and overwritten: whoever wrote what stands there must have been entitled to the last word. */
export function checkValue(one: Case, cell: Cell, final: CellValue): readonly Violation[] {
  const all = writersOf(one, cell);
  const writers = withLastWord(one, cell, all);
  const sources = all.filter(({ value }) => value === final);
  const [source] = sources;
  if (source === undefined) return checkUnwritten(one, cell, { final, writers });
  // Both wrote the same: nobody lost anything.
  if (sources.length > 1) return [];
  return byAgent(source)
    ? checkAgentsWord(one, cell, { source, writers })
    : checkPersonsWord(one, cell, { source, writers });
}

interface Word {
  readonly source: CellFact;
  readonly writers: readonly CellFact[];
}

function checkUnwritten(
  { task }: Case,
  cell: Cell,
  { final, writers }: { readonly final: CellValue; readonly writers: readonly CellFact[] },
): readonly Violation[] {
  const lost = writers.filter(isSure);
  const stands = `${cell} is ${JSON.stringify(final)}`;
  const [first] = lost;
  if (first !== undefined) {
    const kind = lost.some(byPerson) ? 'overwritten' : 'lost';
    return [{ kind, task, what: `${stands}, which nobody wrote, after ${names(lost)}` }];
  }
  const name = cell.split('/').at(-1) ?? cell;
  // Where a card stands that nobody moved is Planner's choice.
  const isBlank = cell === 'bucketId' || blanks.get(name) === final;
  return isBlank ? [] : [{ kind: 'lost', task, what: `${stands}, which nobody wrote` }];
}

function checkAgentsWord(one: Case, cell: Cell, { source, writers }: Word): readonly Violation[] {
  const { task } = one;
  if (!isSure(source)) return [];
  const { rev } = source.write;
  const stands = `${cell} is ${nameOf(source)}'s`;
  const newer = writers.filter(
    (writer) => byAgent(writer) && isSure(writer) && rev !== null && (writer.write.rev ?? 0) > rev,
  );
  if (newer.length > 0) {
    return [{ kind: 'lost', task, what: `${stands}, although ${names(newer)} came after it` }];
  }
  const persons = writers.filter((writer) => byPerson(writer) && isSure(writer));
  const later = persons.filter(({ from }) => from > source.to);
  if (later.length > 0) {
    return [
      { kind: 'overwritten', task, what: `${stands}, although ${names(later)} came after it` },
    ];
  }
  const person = persons.toSorted((first, second) => (first.seq ?? 0) - (second.seq ?? 0)).at(-1);
  const isTooEarly =
    person !== undefined &&
    source.to < person.from + graceMs - marginMs &&
    isUnknownTo(one, cell, { source, person });
  return isTooEarly
    ? [
        {
          kind: 'overwritten',
          task,
          what: `${stands}, although it did not know of ${nameOf(person)}, less than 30 s before`,
        },
      ]
    : [];
}

/** Whether no revision before the agent's had the person's value; false where that cannot be seen. */
function isUnknownTo(
  { revisions }: Case,
  cell: Cell,
  { source, person }: { readonly source: CellFact; readonly person: CellFact },
): boolean {
  const { rev, taskId } = source.write;
  const before = revisions.filter((one) => one.taskId === taskId && one.rev < (rev ?? 0));
  const isComplete = before.some((one) => one.rev === (rev ?? 0) - 1);
  return isComplete && before.every(({ cells }) => cells.get(cell) !== person.value);
}

function checkPersonsWord(one: Case, cell: Cell, { source, writers }: Word): readonly Violation[] {
  const { task } = one;
  const stands = `${cell} is ${nameOf(source)}'s`;
  const later = writers.filter(
    (writer) => byPerson(writer) && isSure(writer) && (writer.seq ?? 0) > (source.seq ?? 0),
  );
  if (later.length > 0) {
    return [
      { kind: 'overwritten', task, what: `${stands}, although ${names(later)} came after it` },
    ];
  }
  const agents = writers.filter(byAgent);
  const last = agents.filter(isSure).reduce<CellFact | null>(newest, null);
  if (last === null || last.from <= source.to) return [];
  const values = [last.value, ...agents.filter((agent) => !isSure(agent)).map((one) => one.value)];
  return gaveWay(one, cell, values)
    ? []
    : [
        {
          kind: 'lost',
          task,
          what: `${stands}, although ${nameOf(last)} came after it, and no conflict tells why`,
        },
      ];
}

function newest(one: CellFact | null, other: CellFact): CellFact {
  return one !== null && (one.write.rev ?? 0) > (other.write.rev ?? 0) ? one : other;
}

function names(facts: readonly CellFact[]): string {
  return facts.map(nameOf).join(', ');
}
