import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

/** Something to be said aloud. */
export interface Announcement {
  readonly id: number;
  readonly words: string;
}

const kept = 5;

/** With one more to say. A live region reads what is added to it, so that nothing is lost when two things happen at once. */
export function withWords(said: readonly Announcement[], words: string): readonly Announcement[] {
  return words === '' ? said : [...said.slice(1 - kept), { id: (said.at(-1)?.id ?? 0) + 1, words }];
}

/** The place from which screen readers read. Seen by nobody. */
export function liveRegion(said: readonly Announcement[]): TemplateResult {
  return html`<div class="hidden-words" role="status" aria-live="polite" data-announcer>
    ${repeat(
      said,
      ({ id }) => id,
      ({ words }) => html`<p>${words}</p>`,
    )}
  </div>`;
}
