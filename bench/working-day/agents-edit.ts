import type { Chance } from './chance.js';

/** The body of an agent's write: of a new task, or of one of its own. */
export function agentsEdit(
  number: number,
  chance: Chance,
): { readonly isNew: boolean; readonly body: object } {
  const kind = chance.next();
  const title = `An agent's title ${number}`;
  if (kind < 0.1) return { isNew: true, body: { title, description: `Found ${number}` } };
  if (kind < 0.25) return { isNew: false, body: { description: `Written anew ${number}` } };
  if (kind < 0.35) return { isNew: false, body: { checklist: [{ title: `Step ${number % 5}` }] } };
  if (kind < 0.7) return { isNew: false, body: { percentComplete: number % 100 } };
  if (kind < 0.85) return { isNew: false, body: { title } };
  const day = String(1 + (number % 28)).padStart(2, '0');
  return { isNew: false, body: { dueDateTime: `2027-04-${day}T10:00:00Z` } };
}
