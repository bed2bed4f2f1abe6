/** A text the person is typing, with what stood there when they began and the version that was. */
export interface Draft {
  readonly text: string;
  readonly base: string;
  readonly etag: string;
}

/**
 * - `unchanged`: nothing to save
 * - `edited`: only the person changed it
 * - `contested`: somebody else has meanwhile saved something different
 */
export type DraftStanding = 'unchanged' | 'edited' | 'contested';

export function standingOf(draft: Draft, current: string): DraftStanding {
  if (draft.text === current || draft.text === draft.base) return 'unchanged';
  return current === draft.base ? 'edited' : 'contested';
}

/** The draft after a keystroke: the base stays what it was when the typing began. */
export function typed(
  draft: Draft | undefined,
  text: string,
  current: string,
  etag: string,
): Draft {
  return draft === undefined ? { text, base: current, etag } : { ...draft, text };
}
