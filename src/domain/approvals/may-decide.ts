import type { Caller } from '../access/caller.js';

/** Who asks for something, or decides about it. */
export type Party = Pick<Caller, 'kind' | 'owner'>;

/** Who decides, and by which way: `page`, where a person sits; `call`, by an operation, as models do. */
export interface Decider extends Party {
  readonly way: 'page' | 'call';
  /** Has the scope approvals:decide. */
  readonly mayDecideForOthers: boolean;
}

/**
 * Why somebody may not decide; null: they may. What approves itself is not approved: a caller never decides about what it
 * asked itself, but a person does on the page, where no model speaks for them. What a person wants done in their own name is
 * nobody else's to decide. Where nobody is asked who they are, all callers are the same, and only the page decides.
 */
export function refuseDecider(asked: Party, decider: Decider): string | null {
  const isOwn = asked.owner === decider.owner;
  if (decider.way === 'page' && isOwn) return null;
  if (isOwn) {
    return decider.kind === 'anonymous'
      ? 'Without keys nobody can be told from who asked: decide on the page /approvals'
      : 'Whoever asked cannot decide: another caller does, or a person on the page /approvals';
  }
  if (asked.kind === 'person') return 'Only the person in whose name it would be done decides';
  return decider.mayDecideForOthers ? null : 'It needs the scope approvals:decide';
}

/** Whether it is there for somebody at all. */
export function seesApproval(
  asked: Party,
  { owner, mayDecideForOthers }: Pick<Decider, 'owner' | 'mayDecideForOthers'>,
): boolean {
  return asked.owner === owner || (mayDecideForOthers && asked.kind !== 'person');
}
