import { parseArgs } from 'node:util';
import { scopes, writePolicies, type Scope, type WritePolicy } from '../domain/access/caller.js';
import {
  approvalAnswers,
  parseRiskAnswers,
  type RiskAnswers,
} from '../domain/approvals/approval-policy.js';
import { risks } from '../domain/approvals/risk.js';
import type { StoredKey } from './stored-key.js';

export const keysHelp = `npm run keys:create -- --name NAME --scopes LIST [options]
npm run keys:list
npm run keys:revoke -- --name NAME [--sign-out]

Keys for REST and MCP (AUTH_MODE=api-key). A key is shown once; only its SHA-256 is kept.

  --name NAME       the agent in createdBy: letters, digits, ".", "_" or "-", at most 64
  --scopes LIST     what it may do, separated by commas, or all:
                    ${scopes.join(', ')}
  --plans LIST      only tasks of these plans, by id, separated by commas; default: all plans
  --policy POLICY   all (default): writes to every task it sees; own: only to tasks that it made or is assigned to;
                    read: writes nothing
  --approvals LIST  before what a person is asked, like send:ask,post:never,delete:deny or all:page (docs/approvals.md);
                    default: as APPROVALS says
  --expires WHEN    90d, 12h, or a time: 2027-01-01T00:00:00Z; default: never
  --same-agent      the key takes the place of an earlier one of this name, with the Microsoft accounts that were signed in
                    with that; without it, a name that has accounts is refused
  --sign-out        of keys:revoke: these accounts are forgotten as well; plans that are synced with them wait for a sign-in
  --help

Environment: REDIS_URL or REDIS_HOST, …, and REDIS_NAMESPACE, as everywhere; without them the Redis of the running
npm start, else redis://127.0.0.1:6379.
`;

/** What the command was called with is not right; the message says what to write. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export type KeyCommand =
  | { readonly kind: 'help' }
  | { readonly kind: 'list' }
  | { readonly kind: 'revoke'; readonly name: string; readonly signsOut: boolean }
  | {
      readonly kind: 'create';
      /** As an earlier one of its name: it may have that one's accounts. */
      readonly isSameAgent: boolean;
      readonly key: Pick<
        StoredKey,
        'name' | 'scopes' | 'plans' | 'policy' | 'approvals' | 'expiresAt'
      >;
    };

/** @throws UsageError */
export function readKeyCommand(args: readonly string[], now: number): KeyCommand {
  const [command, ...rest] = args;
  const values = parse(rest);
  if (values.help === true || command === undefined || command === '--help') {
    return { kind: 'help' };
  }
  switch (command) {
    case 'list':
      return { kind: 'list' };
    case 'revoke':
      return {
        kind: 'revoke',
        name: nameIn(values.name),
        signsOut: values['sign-out'] === true,
      };
    case 'create':
      return {
        kind: 'create',
        isSameAgent: values['same-agent'] === true,
        key: {
          name: nameIn(values.name),
          scopes: scopesIn(values.scopes),
          plans: values.plans === undefined ? null : plansIn(values.plans),
          policy: policyIn(values.policy),
          approvals: values.approvals === undefined ? null : approvalsIn(values.approvals),
          expiresAt: values.expires === undefined ? null : timeIn(values.expires, now),
        },
      };
    default:
      throw new UsageError(`${command} is none of create, list and revoke\n\n${keysHelp}`);
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        name: { type: 'string' },
        scopes: { type: 'string' },
        plans: { type: 'string' },
        policy: { type: 'string' },
        approvals: { type: 'string' },
        expires: { type: 'string' },
        'same-agent': { type: 'boolean' },
        'sign-out': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(
      `${error instanceof Error ? error.message : String(error)}\n\n${keysHelp}`,
    );
  }
}

function nameIn(name: string | undefined): string {
  if (name !== undefined && /^[A-Za-z0-9._-]{1,64}$/.test(name)) return name;
  throw new UsageError('--name: write 1 to 64 letters, digits, ".", "_" or "-"');
}

function scopesIn(list: string | undefined): readonly Scope[] {
  if (list === 'all') return scopes;
  const named = itemsIn(list ?? '');
  const unknown = named.filter((name) => !scopes.some((scope) => scope === name));
  if (named.length > 0 && unknown.length === 0) {
    return scopes.filter((scope) => named.includes(scope));
  }
  const wrong = unknown.length === 0 ? '' : ` (${unknown.join(', ')} is none)`;
  throw new UsageError(`--scopes: write all, or some of ${scopes.join(', ')}${wrong}`);
}

function plansIn(list: string): readonly string[] {
  const plans = itemsIn(list);
  if (plans.length > 0 && plans.every((plan) => /^[A-Za-z0-9_-]{1,64}$/.test(plan))) return plans;
  throw new UsageError("--plans: write plans' ids as in the addresses of their boards");
}

function policyIn(text: string | undefined): WritePolicy {
  const policy = writePolicies.find((one) => one === (text ?? 'all'));
  if (policy !== undefined) return policy;
  throw new UsageError(`--policy: write one of ${writePolicies.join(', ')}`);
}

function approvalsIn(text: string): RiskAnswers {
  const answers = parseRiskAnswers(text);
  if (typeof answers !== 'string') return answers;
  throw new UsageError(
    `--approvals: write risk:answer, separated by commas, with ${risks.join(', ')} or all, and ${approvalAnswers.join(', ')}; wrong: ${answers}`,
  );
}

const units = { d: 86_400_000, h: 3_600_000 } as const;

function timeIn(text: string, now: number): string {
  const [, count, unit] = /^(\d{1,5})([dh])$/.exec(text) ?? [];
  const at =
    count !== undefined && (unit === 'd' || unit === 'h')
      ? now + Number(count) * units[unit]
      : /^\d{4}-\d\d-\d\d/.test(text)
        ? Date.parse(text)
        : Number.NaN;
  if (at > now) return new Date(at).toISOString();
  throw new UsageError('--expires: write 90d, 12h or a time to come, like 2027-01-01T00:00:00Z');
}

function itemsIn(list: string): readonly string[] {
  const items = list.split(',').map((item) => item.trim());
  return [...new Set(items)].filter((item) => item !== '');
}
