import { z } from 'zod';
import { approvalAnswers, parseApprovalRules } from '../domain/approvals/approval-policy.js';
import { risks } from '../domain/approvals/risk.js';

/** Who is asked before what. */
export function approvalRules() {
  return z.string().transform((text, context) => {
    const rules = parseApprovalRules(text);
    if (typeof rules !== 'string') return rules;
    context.addIssue(
      `write risk:answer, separated by commas, with ${risks.join(', ')} or all, and ${approvalAnswers.join(', ')}; rules for some begin with agents=, people=, anonymous= or a name=, and semicolons stand between rules; wrong: "${rules}"`,
    );
    return z.NEVER;
  });
}
