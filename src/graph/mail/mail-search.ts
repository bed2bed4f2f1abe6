/** What is looked for; all of it must fit. */
export interface MailSearch {
  /** Free words: anywhere in sender, recipients, subject, body and attachments. */
  readonly query?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly subject?: string | undefined;
  /** Days, `2026-11-26`: KQL knows no times of day. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly hasAttachments?: boolean | undefined;
}

/**
 * The value of `$search`: KQL, whole in quotation marks. What a caller wrote is always data: words are quoted one by one,
 * so that neither AND, OR, NOT nor a colon or bracket in it means anything. Null: nothing is looked for.
 * https://learn.microsoft.com/graph/search-query-parameter#using-search-on-message-collections
 */
export function toKql(search: MailSearch): string | null {
  const { query, from, to, subject, since, until, hasAttachments } = search;
  const terms = [
    ...wordsIn(query),
    ...ofProperty('from', from),
    ...ofProperty('to', to),
    ...ofProperty('subject', subject),
    ...(since === undefined ? [] : [`received>=${since}`]),
    ...(until === undefined ? [] : [`received<=${until}`]),
    ...(hasAttachments === undefined ? [] : [`hasattachments:${hasAttachments}`]),
  ];
  return terms.length === 0 ? null : `"${terms.join(' ')}"`;
}

/** Inside the outer marks a quotation mark is written with a backslash; one that a caller wrote says nothing. */
function wordsIn(text: string | undefined): readonly string[] {
  const words = (text ?? '').replaceAll(/["\\\p{Cc}]/gu, ' ').split(/\s+/);
  return words.filter((word) => /[\p{L}\p{N}]/u.test(word)).map((word) => `\\"${word}\\"`);
}

function ofProperty(name: string, text: string | undefined): readonly string[] {
  return wordsIn(text).map((word) => `${name}:${word}`);
}
