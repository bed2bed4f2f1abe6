import type { Entity } from '../odata/entity.js';
import type { DirectoryKind } from './directory-entities.js';
import { badDirectoryRequest, unsupportedQuery } from './directory-failures.js';

type Test = (entity: Entity) => boolean;

/** https://learn.microsoft.com/graph/search-query-parameter#using-search-on-directory-object-collections */
const SEARCHABLE: Readonly<Record<string, readonly string[]>> = {
  user: ['displayName', 'givenName', 'surname', 'mail', 'userPrincipalName'],
  group: ['displayName', 'description', 'mail', 'mailNickname'],
};
const CLAUSE = /^"(\w+):((?:[^"\\]|\\.)+)"/;

/** `"displayName:may" OR "mail:okafor"`: some word of the property begins like that. AND binds closer than OR. */
export function parseDirectorySearch(text: string, kind: DirectoryKind): Test {
  const invalid = badDirectoryRequest('Syntax error: $search clauses look like "property:value".');
  const alternatives: Test[][] = [[]];
  let rest = text.trim();
  for (;;) {
    const [whole = '', name = '', wanted = ''] = CLAUSE.exec(rest) ?? [];
    if (whole === '') throw invalid;
    if (SEARCHABLE[kind.typeName]?.includes(name) !== true) {
      throw unsupportedQuery(`The property '${name}' of ${kind.typeName} cannot be searched.`);
    }
    alternatives.at(-1)?.push(beginsLike(name, wanted.replace(/\\(.)/g, '$1')));
    rest = rest.slice(whole.length).trim();
    if (rest === '') break;
    const [operator = ''] = /^(?:AND|OR)\s+/.exec(rest) ?? [];
    if (operator === '') throw invalid;
    if (operator.startsWith('OR')) alternatives.push([]);
    rest = rest.slice(operator.length);
  }
  return (entity) => alternatives.some((tests) => tests.every((test) => test(entity)));
}

function beginsLike(name: string, wanted: string): Test {
  const words = wordsOf(wanted);
  return (entity) => {
    const value = entity[name];
    if (typeof value !== 'string') return false;
    const found = wordsOf(value);
    return words.every((word) => found.some((each) => each.startsWith(word)));
  };
}

/** Accents do not count: the index of the directory folds them. */
function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
