import type { Caller } from '../access/caller.js';
import { risks, type Risk } from './risk.js';

/**
 * What becomes of something risky. `never`: nobody is asked. `ask`: a person is, in the caller's own program where that can
 * show it, else on the page. `page`: only on the page or by another caller; what the caller's program says is not taken.
 * `deny`: it is refused.
 */
export const approvalAnswers = ['never', 'ask', 'page', 'deny'] as const;

export type ApprovalAnswer = (typeof approvalAnswers)[number];

export type RiskAnswers = Readonly<Partial<Record<Risk, ApprovalAnswer>>>;

/** Callers that are spoken of together. */
const groups = ['agents', 'people', 'anonymous'] as const;

type Group = (typeof groups)[number];

export interface ApprovalRule {
  /** A group, or the name of an actor; null: everybody. */
  readonly who: string | null;
  readonly answers: RiskAnswers;
}

const askAll: RiskAnswers = Object.fromEntries(risks.map((risk) => [risk, 'ask']));

/** Where nothing else is said: agents on their own ask, people who call through a host have been asked by it. */
export const usualRules: readonly ApprovalRule[] = [{ who: 'agents', answers: askAll }];

/** How narrow a rule is; the narrowest that fits counts, and of two the one that was written last. */
type Breadth = 'actor' | 'group' | 'everybody';

/**
 * What becomes of something risky that this caller wants. What a key was made with counts more than rules for its name,
 * these more than rules for its group, and these more than rules for everybody. A name that nobody has proved has no rule.
 */
export function judgeRisk(
  rules: readonly ApprovalRule[],
  caller: Pick<Caller, 'actor' | 'kind' | 'approvals'>,
  risk: Risk,
): ApprovalAnswer {
  const own = caller.approvals?.[risk];
  if (own !== undefined) return own;
  const group = groupOf(caller);
  const found = (among: readonly ApprovalRule[], breadth: Breadth): ApprovalAnswer | undefined =>
    among
      .filter(({ who }) => breadthOf(who, caller, group) === breadth)
      .flatMap(({ answers }) => answers[risk] ?? [])
      .at(-1);
  return (
    found(rules, 'actor') ??
    found(rules, 'group') ??
    found(rules, 'everybody') ??
    found(usualRules, 'group') ??
    'never'
  );
}

function breadthOf(
  who: string | null,
  { actor, kind }: Pick<Caller, 'actor' | 'kind'>,
  group: Group,
): Breadth | null {
  if (who === null) return 'everybody';
  if (groups.some((one) => one === who)) return who === group ? 'group' : null;
  return kind !== 'anonymous' && who === actor ? 'actor' : null;
}

function groupOf({ kind }: Pick<Caller, 'kind'>): Group {
  switch (kind) {
    case 'key':
    case 'app':
      return 'agents';
    case 'person':
      return 'people';
    case 'anonymous':
      return 'anonymous';
  }
}

/** `send:ask,post:deny`, with `all` for every risk; answers what is wrong as a text. */
export function parseRiskAnswers(text: string): RiskAnswers | string {
  const answers: Partial<Record<Risk, ApprovalAnswer>> = {};
  for (const part of text.split(',').map((one) => one.trim())) {
    const [name = '', said = ''] = part.split(':', 2).map((one) => one.trim());
    const answer = approvalAnswers.find((one) => one === said);
    const named = name === 'all' ? risks : risks.filter((one) => one === name);
    if (answer === undefined || named.length === 0) return part;
    for (const risk of named) answers[risk] = answer;
  }
  return answers;
}

/** The way back. */
export function formatRiskAnswers(answers: RiskAnswers): string {
  return risks
    .flatMap((risk) => (answers[risk] === undefined ? [] : [`${risk}:${answers[risk]}`]))
    .join(',');
}

/** Rules separated by semicolons, each `who=send:ask,…` or, for everybody, only what is behind; what is wrong as a text. */
export function parseApprovalRules(text: string): readonly ApprovalRule[] | string {
  const rules: ApprovalRule[] = [];
  for (const part of text.split(';').map((one) => one.trim())) {
    const at = part.lastIndexOf('=');
    const who = at < 0 ? null : part.slice(0, at).trim();
    if (who === '') return part;
    const answers = parseRiskAnswers(part.slice(at + 1));
    if (typeof answers === 'string') return answers;
    rules.push({ who, answers });
  }
  return rules;
}
