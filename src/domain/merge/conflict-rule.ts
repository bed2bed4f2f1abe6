/** Writes this close to each other count as simultaneous, and then the person wins. */
export const graceMs = 30_000;

/**
 * When a person changed a value. Graph rarely says, so it is an interval: the last time the old value was seen and
 * the first time the new one was. Where Graph gives a time both ends are that time. Milliseconds since the epoch.
 */
export interface PersonTime {
  readonly from: number;
  readonly to: number;
}

export type ConflictRule =
  | 'agent_wrote_later'
  | 'person_wrote_later'
  | 'person_wins_tie'
  | 'person_edit_beats_agent_delete'
  | 'person_delete_beats_agent_edit'
  | 'person_wins_illegal_mix'
  /** What both sides had agreed on is lost, so nobody can tell who changed what. */
  | 'person_wins_base_lost';

export interface Verdict {
  readonly winner: 'agent' | 'person';
  readonly rule: ConflictRule;
}

/**
 * Last write wins with a grace, and every uncertainty goes to the person: an agent wins only when its write is later
 * than the latest moment at which the person can have written, plus the grace.
 * @param agentAt when the agent wrote; null when unknown
 */
export function decideConflict(agentAt: number | null, person: PersonTime): Verdict {
  if (agentAt !== null && agentAt > person.to + graceMs) {
    return { winner: 'agent', rule: 'agent_wrote_later' };
  }
  const clearlyEarlier = agentAt !== null && agentAt < person.from - graceMs;
  return { winner: 'person', rule: clearlyEarlier ? 'person_wrote_later' : 'person_wins_tie' };
}
