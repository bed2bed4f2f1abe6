import type { Entity, EntityKind } from './entity.js';
import { valueAt } from './entity.js';
import { tokenize, type Token } from './filter-tokens.js';

/** A condition of `$filter`. */
export interface Filter {
  test(entity: Entity): boolean;
  /** The paths that it names, in their order: Outlook sorts only by what it filters by. */
  readonly paths: readonly string[];
}

type Scope = Readonly<Record<string, unknown>>;
type Test = (scope: Scope) => boolean;
type Value = (scope: Scope) => unknown;

const COMPARISONS: Readonly<Record<string, (order: number) => boolean>> = {
  eq: (order) => order === 0,
  ne: (order) => order !== 0,
  gt: (order) => order > 0,
  ge: (order) => order >= 0,
  lt: (order) => order < 0,
  le: (order) => order <= 0,
};

const TEXT_FUNCTIONS: Readonly<Record<string, (text: string, part: string) => boolean>> = {
  contains: (text, part) => text.includes(part),
  startswith: (text, part) => text.startsWith(part),
  endswith: (text, part) => text.endsWith(part),
};

/**
 * Reads a `$filter`: comparisons of paths with literals, `and`, `or`, `not`, brackets, `contains`, `startswith`,
 * `endswith` and `any`. Texts are compared without regard to case, as Exchange does; times by what they mean.
 */
export function parseFilter(text: string, kind: EntityKind): Filter {
  const invalid = (): never => {
    throw kind.badQuery(`Invalid filter clause: ${text}`);
  };
  const tokens = tokenize(text) ?? invalid();
  const paths: string[] = [];
  let at = 0;

  const peek = (): Token | undefined => tokens[at];
  const take = (): Token => {
    const token = tokens[at] ?? invalid();
    at += 1;
    return token;
  };
  const isWord = (word: string): boolean => {
    const token = peek();
    return token?.kind === 'name' && token.text === word;
  };
  const takeMark = (mark: string): void => {
    const token = take();
    if (token.kind !== 'mark' || token.text !== mark) invalid();
  };

  const either = (): Test => {
    let left = both();
    while (isWord('or')) {
      at += 1;
      const [first, second] = [left, both()];
      left = (scope) => first(scope) || second(scope);
    }
    return left;
  };
  const both = (): Test => {
    let left = single();
    while (isWord('and')) {
      at += 1;
      const [first, second] = [left, single()];
      left = (scope) => first(scope) && second(scope);
    }
    return left;
  };
  const single = (): Test => {
    if (isWord('not')) {
      at += 1;
      const inner = single();
      return (scope) => !inner(scope);
    }
    const token = take();
    if (token.kind === 'mark' && token.text === '(') {
      const inner = either();
      takeMark(')');
      return inner;
    }
    if (token.kind !== 'name') return invalid();
    const next = peek();
    if (next?.kind === 'mark' && next.text === '(') return call(token.text);
    return comparison(pathOf(token.text));
  };
  const call = (name: string): Test => {
    takeMark('(');
    if (name.endsWith('/any')) return any(name.slice(0, -'/any'.length));
    const compare = TEXT_FUNCTIONS[name.toLowerCase()] ?? invalid();
    const path = take();
    takeMark(',');
    const part = take();
    takeMark(')');
    if (path.kind !== 'name' || part.kind !== 'text') return invalid();
    const value = pathOf(path.text);
    const wanted = part.text.toLowerCase();
    return (scope) => {
      const found = value(scope);
      return typeof found === 'string' && compare(found.toLowerCase(), wanted);
    };
  };
  const any = (path: string): Test => {
    const values = pathOf(path);
    const variable = take();
    if (variable.kind !== 'name') return invalid();
    takeMark(':');
    const inner = either();
    takeMark(')');
    return (scope) => {
      const found = values(scope);
      return (
        Array.isArray(found) &&
        found.some((element: unknown) => inner({ ...scope, [variable.text]: element }))
      );
    };
  };
  const comparison = (value: Value): Test => {
    const operator = take();
    const holds = operator.kind === 'name' ? COMPARISONS[operator.text] : undefined;
    const literal = take();
    const wanted = literalOf(literal);
    if (holds === undefined || wanted === undefined) return invalid();
    return (scope) => {
      const order = compareValues(value(scope), wanted.value);
      return order === undefined ? operator.text === 'ne' : holds(order);
    };
  };
  const pathOf = (path: string): Value => {
    paths.push(path);
    const [first = '', ...rest] = path.split('/');
    return (scope) =>
      Object.hasOwn(scope, first)
        ? valueAt(scope[first], rest)
        : valueAt(scope[''], [first, ...rest]);
  };

  const test = either();
  if (peek() !== undefined) invalid();
  return { test: (entity) => test({ '': entity }), paths };
}

function literalOf(token: Token): { readonly value: unknown } | undefined {
  if (token.kind === 'text') return { value: token.text };
  if (token.kind === 'literal') return { value: token.value };
  return undefined;
}

/** Below, equal or above zero; `undefined` when the values cannot be compared. */
export function compareValues(found: unknown, wanted: unknown): number | undefined {
  if (found === wanted) return 0;
  if (wanted === null || found === null || found === undefined) return undefined;
  if (typeof found === 'boolean' || typeof wanted === 'boolean') return undefined;
  if (typeof found === 'number' && typeof wanted === 'number') return found - wanted;
  const areTexts = typeof found === 'string' && typeof wanted === 'string';
  if (areTexts && areAlikeTimes(found, wanted)) return found < wanted ? -1 : 1;
  const [a, b] = [timeOf(found), timeOf(wanted)];
  if (a !== undefined && b !== undefined) return a - b;
  if (!areTexts) return undefined;
  const [left, right] = [found.toLowerCase(), wanted.toLowerCase()];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Most times are written alike: then their texts sort as they do. */
function areAlikeTimes(found: string, wanted: string): boolean {
  return found.length === wanted.length && isUtcTime(found) && isUtcTime(wanted);
}

function isUtcTime(text: string): boolean {
  return text.charCodeAt(4) === 0x2d && text.charCodeAt(10) === 0x54 && text.endsWith('Z');
}

const TIME = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?)(\.\d+)?(Z|[+-]\d{2}:\d{2})?$/;

/** Milliseconds with fractions: Graph's times have seven digits of a second. A time without zone is UTC. */
function timeOf(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined;
  const [, seconds, fraction, zone] = TIME.exec(value) ?? [];
  if (seconds === undefined) return undefined;
  return Date.parse(`${seconds}${zone ?? 'Z'}`) + Number(`0${fraction ?? '.0'}`) * 1000;
}
