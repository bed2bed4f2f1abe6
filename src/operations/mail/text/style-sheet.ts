import { readDeclarations, withoutComments, type Declarations } from './declarations.js';

/** What the `style` elements of a mail say of elements by name, class or id. */
export interface StyleSheet {
  declarationsFor(element: {
    readonly name: string;
    readonly attributes: ReadonlyMap<string, string>;
  }): Declarations;
}

const mostRules = 2_000;
const mostClasses = 20;
const none: Declarations = new Map();

/**
 * Rules with a simple selector (`p`, `.preheader`, `#top`, `td.small`). Those within `@media` are left out: they are for
 * some screens only. Whoever combines selectors to hide text gets it past this, and not past the mark of outside text.
 */
export function readStyleSheet(css: string): StyleSheet {
  const rules = new Map<string, Declarations>();
  for (const { selector, body } of topRules(withoutComments(css))) {
    if (rules.size >= mostRules) break;
    const declarations = readDeclarations(body);
    for (const one of selector.split(',')) {
      const name = one.trim().toLowerCase();
      if (!/^[a-z0-9]*([.#][\w-]+)?$/.test(name) || name === '') continue;
      rules.set(name, new Map([...(rules.get(name) ?? []), ...declarations]));
    }
  }
  return {
    declarationsFor({ name, attributes }) {
      if (rules.size === 0) return none;
      const classes = (attributes.get('class') ?? '').toLowerCase().split(/\s+/);
      const id = attributes.get('id')?.toLowerCase();
      const selectors = [
        name,
        ...classes.slice(0, mostClasses).flatMap((one) => [`.${one}`, `${name}.${one}`]),
        ...(id === undefined ? [] : [`#${id}`, `${name}#${id}`]),
      ];
      return new Map(selectors.flatMap((selector) => [...(rules.get(selector) ?? [])]));
    },
  };
}

function* topRules(css: string): Generator<{ readonly selector: string; readonly body: string }> {
  let at = 0;
  while (at < css.length) {
    const open = css.indexOf('{', at);
    if (open === -1) return;
    const selector =
      css
        .slice(at, open)
        .split(';')
        .at(-1)
        ?.replace(/^\s*(<!--)?/, '') ?? '';
    if (selector.trim().startsWith('@')) {
      at = endOfBlock(css, open);
      continue;
    }
    const close = css.indexOf('}', open);
    const end = close === -1 ? css.length : close;
    yield { selector, body: css.slice(open + 1, end) };
    at = end + 1;
  }
}

/** Behind the bracket that closes the one at `open`. */
function endOfBlock(css: string, open: number): number {
  const bracket = /[{}]/g;
  bracket.lastIndex = open;
  let depth = 0;
  for (let found = bracket.exec(css); found !== null; found = bracket.exec(css)) {
    depth += found[0] === '{' ? 1 : -1;
    if (depth === 0) return bracket.lastIndex;
  }
  return css.length;
}
