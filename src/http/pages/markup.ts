/** Markup that may go into a page as it is. Only `markup` makes it. */
export class Markup {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }

  /** The tag itself; see `markup`. */
  static from(parts: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
    const text = parts.reduce((before, part, at) => before + toText(values[at - 1]) + part);
    return new Markup(text);
  }
}

/** Null and undefined are nothing, lists are one after the other. */
export type MarkupValue = Markup | string | number | null | undefined | readonly MarkupValue[];

/** A template of HTML. What is filled in is text and escaped, as content or in a quoted attribute, unless it is `Markup`. */
export const markup = Markup.from;

function toText(value: MarkupValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Markup) return value.toString();
  if (typeof value === 'object') return value.map(toText).join('');
  return escapeHtml(String(value));
}

/** Text as content of an element or of a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"'`]/g, (character) => `&#${character.codePointAt(0) ?? 0};`);
}
