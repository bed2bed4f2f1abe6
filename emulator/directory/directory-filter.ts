import { directorySchema } from '../schema/directory-schema.js';
import { findProperty } from '../schema/schema.js';
import { badDirectoryRequest, unsupportedQuery } from './directory-failures.js';
import type { Entity, EntityKind } from './directory-entities.js';

/** A `$filter` of the directory. */
export interface DirectoryFilter {
  test(entity: Entity): boolean;
  /** Whether it is carried out only with `ConsistencyLevel: eventual` and `$count=true`. */
  readonly isAdvanced: boolean;
}

const COMPARISON = /^(\w+)\s+(eq|ne)\s+(?:'((?:[^']|'')*)'|(true|false|null))$/i;
const TEXT_FUNCTION = /^(startswith|endswith)\(\s*(\w+)\s*,\s*'((?:[^']|'')*)'\s*\)$/i;
const MEMBERSHIP = /^(\w+)\/any\(\s*(\w+)\s*:\s*\2\s+eq\s+'((?:[^']|'')*)'\s*\)$/i;

/** Clauses joined by `and` or `or`: `eq`, `ne`, `startsWith`, `endsWith` and `groupTypes/any(c:c eq 'Unified')`. */
export function parseDirectoryFilter(text: string, kind: EntityKind): DirectoryFilter {
  const alternatives = splitOutside(text, 'or').map((part) =>
    splitOutside(part, 'and').map((clause) => parseClause(clause, kind)),
  );
  return {
    test: (entity) =>
      alternatives.some((clauses) => clauses.every((clause) => clause.test(entity))),
    isAdvanced: alternatives.flat().some(({ isAdvanced }) => isAdvanced),
  };
}

function parseClause(text: string, kind: EntityKind): DirectoryFilter {
  const clause = text.trim();
  const comparison = COMPARISON.exec(clause);
  if (comparison !== null) {
    const [, name = '', operator = '', quoted, word] = comparison;
    requireProperty(name, kind);
    const wanted = quoted === undefined ? wordValue(word) : unquoted(quoted);
    const isEqual = (entity: Entity): boolean => folded(entity[name]) === folded(wanted);
    const isNegated = operator.toLowerCase() === 'ne';
    return { test: (entity) => isEqual(entity) !== isNegated, isAdvanced: isNegated };
  }
  const text2 = TEXT_FUNCTION.exec(clause);
  if (text2 !== null) {
    const [, operation = '', name = '', part = ''] = text2;
    requireProperty(name, kind);
    const wanted = unquoted(part).toLowerCase();
    const isEnd = operation.toLowerCase() === 'endswith';
    const test = (entity: Entity): boolean => {
      const value = entity[name];
      if (typeof value !== 'string') return false;
      return isEnd ? value.toLowerCase().endsWith(wanted) : value.toLowerCase().startsWith(wanted);
    };
    return { test, isAdvanced: isEnd };
  }
  const membership = MEMBERSHIP.exec(clause);
  if (membership !== null) {
    const [, name = '', , part = ''] = membership;
    requireProperty(name, kind);
    const wanted = unquoted(part);
    const test = (entity: Entity): boolean => {
      const value = entity[name];
      return Array.isArray(value) && value.includes(wanted);
    };
    return { test, isAdvanced: false };
  }
  throw unsupportedQuery(`Unsupported or invalid query filter clause: ${clause}`);
}

function requireProperty(name: string, kind: EntityKind): void {
  if (findProperty(directorySchema, kind.typeName, name) !== undefined) return;
  throw badDirectoryRequest(
    `Invalid filter clause: Could not find a property named '${name}' on type 'microsoft.graph.${kind.typeName}'.`,
  );
}

/** Texts of the directory are compared without regard to case. */
function folded(value: unknown): unknown {
  return typeof value === 'string' ? value.toLowerCase() : (value ?? null);
}

function wordValue(word: string | undefined): boolean | null {
  return word === undefined || word.toLowerCase() === 'null' ? null : word.toLowerCase() === 'true';
}

function unquoted(text: string): string {
  return text.replaceAll("''", "'");
}

/** Splits at a word that is not part of a quoted text. */
function splitOutside(text: string, word: 'and' | 'or'): string[] {
  const parts: string[] = [];
  let part = '';
  for (const piece of text.split(/('(?:[^']|'')*')/)) {
    const [first = '', ...others] = piece.startsWith("'")
      ? [piece]
      : piece.split(new RegExp(`\\s+${word}\\s+`, 'i'));
    part += first;
    for (const other of others) {
      parts.push(part);
      part = other;
    }
  }
  return [...parts, part];
}
