/** A word that is looked for, or a property and what it should be. */
export interface KqlClause {
  /** Lower case; `undefined` for a word of the text. */
  readonly property: string | undefined;
  readonly operator: ':' | '=' | '>' | '<' | '>=' | '<=';
  readonly value: string;
}

export interface KqlQuery {
  /** Words of the text, as the answer names them. */
  readonly terms: readonly string[];
  matches(holds: (clause: KqlClause) => boolean): boolean;
}

const PIECE = /\(|\)|(?:(\w+)\s*(:|>=|<=|>|<|=)\s*)?(?:"([^"]*)"|([^\s"()]+))/g;

/**
 * Keyword Query Language as far as mail, calendars and Teams take it: words and properties side by side or with AND, OR and
 * NOT. AND binds closer than OR; brackets do not change that here. `undefined` without anything to look for.
 */
export function parseKql(text: string): KqlQuery | undefined {
  const alternatives: { clause: KqlClause; isNegated: boolean }[][] = [[]];
  let isNegated = false;
  for (const [whole, property, operator, quoted, bare] of text.matchAll(PIECE)) {
    if (whole === '(' || whole === ')' || whole === 'AND') continue;
    if (whole === 'OR') alternatives.push([]);
    else if (whole === 'NOT') isNegated = true;
    else {
      const clause = {
        property: property?.toLowerCase(),
        operator: isOperator(operator) ? operator : (':' as const),
        value: (quoted ?? bare ?? '').toLowerCase(),
      };
      alternatives.at(-1)?.push({ clause, isNegated });
      isNegated = false;
    }
  }
  const all = alternatives.flat();
  if (all.length === 0) return undefined;
  return {
    terms: all.flatMap(({ clause }) => (clause.property === undefined ? clause.value : [])),
    matches: (holds) =>
      alternatives.some(
        (clauses) =>
          clauses.length > 0 && clauses.every((each) => holds(each.clause) !== each.isNegated),
      ),
  };
}

/** Whether some word of a text begins like what is looked for; a star at its end says no more than that. */
export function hasWord(text: string, wanted: string): boolean {
  const lower = text.toLowerCase();
  const beginning = wanted.replace(/\*$/, '');
  for (let at = lower.indexOf(beginning); at >= 0; at = lower.indexOf(beginning, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(lower.charAt(at - 1))) return beginning !== '';
  }
  return false;
}

/** Compares a time with a day or a time of the query; `:` and `=` mean within it. */
export function isWhen(time: string, { operator, value }: KqlClause): boolean {
  const wanted = value.toUpperCase();
  switch (operator) {
    case '>':
      return time > wanted && !time.startsWith(wanted);
    case '>=':
      return time >= wanted;
    case '<':
      return time < wanted;
    case '<=':
      return time <= wanted || time.startsWith(wanted);
    case ':':
    case '=':
      return time.startsWith(wanted);
  }
}

function isOperator(text: string | undefined): text is KqlClause['operator'] {
  return text !== undefined && [':', '=', '>', '<', '>=', '<='].includes(text);
}
