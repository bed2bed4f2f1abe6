const TAGS = new Set(
  (
    'a at attachment b blockquote br caption code codeblock col colgroup del div em emoji h1 h2 h3 h4 h5 h6 hr i img li ol p pre s ' +
    'span strike strong sub sup table tbody td tfoot th thead tr u ul'
  ).split(' '),
);
/** Gone with all that is in them. */
const WITH_CONTENT =
  /^(script|style|iframe|object|embed|svg|math|template|noscript|textarea|title|head|form|select)$/;
const ATTRIBUTES = new Set(
  'alt class colspan height href id itemid itemscope itemtype rel rowspan src style target title width'.split(
    ' ',
  ),
);
const ADDRESS = /^(https?:|mailto:|tel:|\/)/i;
const PIECES =
  /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][a-z\d]*)((?:\s+|\/|[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?)*)>|<|[^<]+/gi;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/g;

/** The HTML of a message as Teams keeps it: its own elements and attributes, no scripts, no addresses that run something. */
export function cleanHtml(html: string): string {
  let cleaned = '';
  let skipped: string | undefined;
  for (const [whole, closing = '', name, attributes = ''] of html.matchAll(PIECES)) {
    const tag = name?.toLowerCase();
    if (skipped !== undefined) {
      if (tag === skipped && closing !== '') skipped = undefined;
      continue;
    }
    if (tag === undefined) {
      if (!whole.startsWith('<!--')) cleaned += whole === '<' ? '&lt;' : whole;
    } else if (WITH_CONTENT.test(tag)) {
      if (closing === '') skipped = tag;
    } else if (TAGS.has(tag)) {
      cleaned += closing === '' ? `<${tag}${cleanAttributes(attributes)}>` : `</${tag}>`;
    }
  }
  return cleaned;
}

function cleanAttributes(text: string): string {
  return [...text.matchAll(ATTRIBUTE)]
    .flatMap(([, name = '', double, single, bare]) => {
      const attribute = name.toLowerCase();
      const value = double ?? single ?? bare;
      return ATTRIBUTES.has(attribute) && isHarmless(attribute, value ?? '')
        ? [value === undefined ? attribute : `${attribute}="${value.replaceAll('"', '&quot;')}"`]
        : [];
    })
    .map((attribute) => ` ${attribute}`)
    .join('');
}

function isHarmless(attribute: string, value: string): boolean {
  if (attribute === 'href' || attribute === 'src') return ADDRESS.test(value.trim());
  return attribute !== 'style' || !/url|expression|javascript|@import|\\|</i.test(value);
}
