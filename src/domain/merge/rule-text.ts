import type { ConflictRule } from './conflict-rule.js';
import { graceMs } from './conflict-rule.js';

const grace = `${graceMs / 1_000} s`;

/** What a rule means, for people. */
export const ruleTexts: Readonly<Record<ConflictRule, string>> = {
  agent_wrote_later: `The agent certainly wrote later, by more than ${grace}, so its value stands.`,
  person_wrote_later: `The person wrote later, by more than ${grace}, so the person's value stands.`,
  person_wins_tie: `Both wrote within ${grace}, or it cannot be told who was later, so the person's value stands.`,
  person_edit_beats_agent_delete:
    'The person edited what an agent deleted without knowing of the edit, so it came back.',
  person_delete_beats_agent_edit:
    'The person deleted what an agent edited, so it is gone; the agent’s version is kept.',
  person_wins_base_lost:
    "What both sides had agreed on was lost, so it cannot be told who changed what, and the person's value stands.",
  person_wins_illegal_mix:
    "Both changes together would not be allowed in Planner, so the person's part stands.",
};
