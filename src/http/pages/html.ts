/** Markup that may go into a page as it is. Only `html` makes it. */
export class Html {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }

  /** The tag itself; see `html`. */
  static from(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
    const text = parts.reduce((before, part, at) => before + toText(values[at - 1]) + part);
    return new Html(text);
  }
}

/** Null and undefined are nothing, lists are one after the other. */
export type HtmlValue = Html | string | number | null | undefined | readonly HtmlValue[];

/** A template of markup. What is filled in is text and escaped, as content or in a quoted attribute, unless it is `Html`. */
export const html = Html.from;

function toText(value: HtmlValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Html) return value.toString();
  if (typeof value === 'object') return value.map(toText).join('');
  return escapeHtml(String(value));
}

/** Text as content of an element or of a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"'`]/g, (character) => `&#${character.codePointAt(0) ?? 0};`);
}
