import type { Chance } from './chance.js';

/** When people and agents do something in which plan (ms since midnight), in order. */
export interface DaysWork {
  readonly people: readonly PlannedEdit[];
  readonly agents: readonly PlannedEdit[];
}

export interface PlannedEdit {
  readonly at: number;
  /** Which of the plans. */
  readonly plan: number;
  /** Edits of one session or burst keep to a few tasks. */
  readonly session: number;
}

export interface DaySize {
  readonly plans: number;
  readonly peoplesEdits: number;
  readonly agentsEdits: number;
}

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/**
 * A working day: people come to a board for a few edits, seconds to minutes apart, between nine and half past five with
 * an hour for lunch; agents work in bursts, most of them by day, some at night.
 */
export function planDay(size: DaySize, chance: Chance): DaysWork {
  const people = inSessions(size.peoplesEdits, {
    begin: () => officeTime(chance),
    edits: () => 1 + Math.floor(chance.about(4)),
    gap: () =>
      chance.is(0.7) ? 4 * second + chance.about(20 * second) : 30 * second + chance.about(100_000),
    plans: size.plans,
    chance,
  });
  const agents = inSessions(size.agentsEdits, {
    begin: () => (chance.is(0.85) ? officeTime(chance) : chance.upTo(24 * hour)),
    edits: () => 3 + Math.floor(chance.about(9)),
    gap: () => 300 + chance.about(3 * second),
    plans: size.plans,
    chance,
  });
  return { people, agents };
}

function officeTime(chance: Chance): number {
  for (;;) {
    const at = 9 * hour + chance.upTo(8.5 * hour);
    if (at < 12 * hour || at >= 13 * hour) return at;
  }
}

function inSessions(
  count: number,
  how: {
    readonly begin: () => number;
    readonly edits: () => number;
    readonly gap: () => number;
    readonly plans: number;
    readonly chance: Chance;
  },
): readonly PlannedEdit[] {
  const edits: PlannedEdit[] = [];
  for (let session = 0; edits.length < count; session += 1) {
    const plan = how.chance.index(how.plans);
    let at = how.begin();
    for (let left = how.edits(); left > 0 && edits.length < count; left -= 1) {
      edits.push({ at: Math.min(Math.round(at), 24 * hour - 1), plan, session });
      at += how.gap();
    }
  }
  return edits.sort((one, other) => one.at - other.at);
}
