import type {
  OperationExample,
  OperationExamples,
} from '../../../../src/http/openapi/operation-example.js';
import { operations } from '../../../../src/operations/registry.js';
import type { Outcome } from './run-scenario.js';
import { createSteadyIds } from './steady-ids.js';
import { steadyMs, steadyTimes } from './steady-times.js';

const rowsAtMost = 2;
const textAtMost = 280;

/** Whoever has them may do something. */
const secretMembers = new Set(['access_token', 'auth_code', 'pollSecret', 'state', 'userCode']);

/**
 * What the documents show of a run: a call of each operation and its answer, as they would be in any run. Ids and times are
 * always the same, what is of this machine and secrets are replaced, long texts and lists are cut.
 */
export function toExamples(
  outcomes: readonly Outcome[],
  run: { readonly startedAt: number; readonly machine: ReadonlyMap<string, string> },
): OperationExamples {
  const steadyText = textReplacer(outcomes, run);
  const steady = (value: unknown, member: string, mostRows: number): unknown => {
    if (typeof value === 'string') {
      return member === 'nextCursor' || member === 'cursor'
        ? 'example-cursor'
        : cut(steadyText(value));
    }
    if (typeof value === 'number') return steadyNumber(value, member, run.startedAt);
    if (Array.isArray(value)) {
      return inOrder(value)
        .slice(0, mostRows)
        .map((row) => steady(row, member, mostRows));
    }
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, steady(one, name, mostRows)]),
    );
  };
  const examples: Record<string, OperationExample> = {};
  for (const { step, input, rest } of outcomes) {
    if (step.isExtra === true) continue;
    examples[step.operation] = {
      input: Object.fromEntries(
        Object.entries(input).map(([name, value]) => [name, steady(value, name, Infinity)]),
      ),
      answer: steady(bodyOf(step.operation, rest.value), '', rowsAtMost),
    };
  }
  return examples;
}

/** As REST has answered it; null where there is nothing. */
export function bodyOf(name: string, value: Readonly<Record<string, unknown>>): unknown {
  const operation = operations.find((one) => one.name === name);
  if (operation?.http.successStatus === 204) return null;
  const member = operation?.restBody ?? null;
  return member === null ? value : value[member];
}

function textReplacer(
  outcomes: readonly Outcome[],
  { startedAt, machine }: Parameters<typeof toExamples>[1],
): (text: string) => string {
  const steadyIds = createSteadyIds();
  const replaced = new Map([...secretsIn(outcomes.map(({ rest }) => rest.value)), ...machine]);
  return (text) => {
    const elsewhere = [...replaced].reduce(
      (before, [own, shown]) => before.replaceAll(own, shown),
      text,
    );
    return steadyIds(steadyTimes(withoutQueries(elsewhere), startedAt));
  };
}

/** They stand in texts, too. */
function secretsIn(value: unknown): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const look = (one: unknown, member: string): void => {
    if (typeof one === 'string' && secretMembers.has(member) && !isWord(one)) {
      found.set(one, `example-${member.replaceAll('_', '-')}`);
    } else if (typeof one === 'object' && one !== null) {
      for (const [name, inner] of Object.entries(one)) look(inner, name);
    }
  };
  look(value, '');
  return found;
}

/** A state in words lets nobody in. */
function isWord(text: string): boolean {
  return /^[a-z][a-zA-Z_]{1,23}$/.test(text);
}

function steadyNumber(value: number, member: string, startedAt: number): number {
  if (value > 1e12) return steadyMs(value, startedAt);
  return member === 'tookMs' ? 50 : value;
}

/** People stand in the order of their ids, which are others in each run. */
function inOrder(rows: readonly unknown[]): readonly unknown[] {
  const arePeople = rows.every(
    (row) => typeof row === 'object' && row !== null && Object.keys(row).join() === 'id,name',
  );
  return arePeople ? rows.toSorted((one, other) => nameIn(one).localeCompare(nameIn(other))) : rows;
}

function nameIn(row: unknown): string {
  return typeof row === 'object' && row !== null && 'name' in row ? String(row.name) : '';
}

function cut(text: string): string {
  return text.length > textAtMost ? `${text.slice(0, textAtMost - 1)}…` : text;
}

/** Queries of sign-in pages and of one-time links. */
function withoutQueries(text: string): string {
  return text.replaceAll(/([?&][\w.]+=)[\w%.~+-]{24,}/g, '$1example');
}
