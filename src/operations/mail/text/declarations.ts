/** Declarations of CSS by property, in lower case. */
export type Declarations = ReadonlyMap<string, string>;

const longest = 4_000;

/** Of a `style` attribute or the inside of a rule. */
export function readDeclarations(text: string): Declarations {
  const declarations = new Map<string, string>();
  for (const part of plainCss(text.slice(0, longest)).split(';')) {
    const colon = part.indexOf(':');
    if (colon === -1) continue;
    const value = part.slice(colon + 1).replace(/!\s*important/i, '');
    declarations.set(part.slice(0, colon).trim().toLowerCase(), value.trim().toLowerCase());
  }
  return declarations;
}

/** Without the ways to write the same differently: character references, comments, escapes. */
function plainCss(text: string): string {
  return withoutComments(decodeReferences(text)).replaceAll(
    /\\([0-9a-f]{1,6})\s?/gi,
    (_all, hex: string) => toCharacter(Number.parseInt(hex, 16)),
  );
}

export function withoutComments(css: string): string {
  return css
    .split('/*')
    .map((part, index) => (index === 0 ? part : part.slice(endOf(part))))
    .join('');
}

function endOf(part: string): number {
  const end = part.indexOf('*/');
  return end === -1 ? part.length : end + 2;
}

const named: Readonly<Record<string, string>> = { quot: '"', apos: "'", amp: '&', colon: ':' };

/** Character references of an attribute's value, as far as styles and addresses have them. */
export function decodeReferences(text: string): string {
  return text.replaceAll(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(quot|apos|amp|colon));?/gi,
    (_all, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      if (name !== undefined) return named[name.toLowerCase()] ?? '';
      return toCharacter(
        hex === undefined ? Number.parseInt(decimal ?? '', 10) : Number.parseInt(hex, 16),
      );
    },
  );
}

function toCharacter(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
