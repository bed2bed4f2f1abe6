/**
 * The agents' own section of a description, between two lines that people can read:
 *
 *     --- agent notes ---
 *     What the agents have to say.
 *     --- end of agent notes ---
 *
 * All other text belongs to people. The twin of `functions/agent-notes.lua`, which agents' writes go through; lengths are
 * UTF-16 units, as Planner's are.
 */
const startMarker = '--- agent notes ---';
const endMarker = '--- end of agent notes ---';
const cutMark = '…';

/** Where a section stands. `tail`: what follows its last line; null when nothing does. */
export interface NotesPlace {
  readonly before: string;
  readonly tail: string | null;
}

export interface AgentNotes extends NotesPlace {
  readonly notes: string;
}

/**
 * The first pair of marker lines with no other marker between. A marker whose partner is gone is a line like any other:
 * what a person cut open belongs to the people. So does every further pair.
 */
export function findNotes(description: string): AgentNotes | null {
  let start: { readonly at: number; readonly notesAt: number } | null = null;
  for (let at = 0; ;) {
    const stop = description.indexOf('\n', at);
    const line = description.slice(at, stop === -1 ? undefined : stop);
    if (stop !== -1 && isMarker(line, startMarker)) start = { at, notesAt: stop + 1 };
    if (start !== null && isMarker(line, endMarker)) {
      return {
        before: description.slice(0, start.at),
        notes: withoutLineEnd(description.slice(start.notesAt, at)),
        tail: stop === -1 ? null : description.slice(stop + 1),
      };
    }
    if (stop === -1) return null;
    at = stop + 1;
  }
}

/** The description without its section, and without the empty line that set it off from the words before it. */
export function wordsOf(description: string): string {
  const found = findNotes(description);
  if (found === null) return description;
  const { before, tail } = found;
  return tail === null ? withoutLineEnd(withoutLineEnd(before)) : before + tail;
}

/**
 * The description with these notes: in the place of its section, else after people's words with an empty line between.
 * Empty notes remove the section. Notes that do not fit into `limit` are cut and end in a line with "…"; null when not
 * even that fits. People's words stay as they are.
 */
export function withNotes(description: string, notes: string, limit: number): string | null {
  const lines = notes.replaceAll(/\r\n?/g, '\n').trim();
  if (lines === '') return wordsOf(description);
  const place = findNotes(description) ?? placeAfter(description);
  return placeNotes(place, lines.replaceAll('\n', lineEndOf(wordsAt(place))), limit);
}

/** The place after all of people's words. */
export function placeAfter(words: string): NotesPlace {
  const lineEnd = lineEndOf(words);
  return { before: words === '' ? '' : words + lineEnd + lineEnd, tail: null };
}

/** These lines, as they are, between the marker lines at their place; cut to `limit` where they must be. */
export function placeNotes(place: NotesPlace, lines: string, limit: number): string | null {
  const lineEnd = lineEndOf(wordsAt(place));
  const open = place.before + startMarker + lineEnd;
  const close = lineEnd + endMarker + (place.tail === null ? '' : lineEnd + place.tail);
  const room = limit - open.length - close.length;
  if (room < cutMark.length) return null;
  return open + (lines.length <= room ? lines : cut(lines, room, lineEnd)) + close;
}

function wordsAt({ before, tail }: NotesPlace): string {
  return before + (tail ?? '');
}

function cut(lines: string, room: number, lineEnd: string): string {
  const most = Math.max(0, room - cutMark.length - lineEnd.length);
  const head = lines.slice(0, most);
  const kept = (/[\uD800-\uDBFF]$/.test(head) ? head.slice(0, -1) : head).replace(
    /[ \t\r\n]+$/,
    '',
  );
  return kept === '' ? cutMark : kept + lineEnd + cutMark;
}

function isMarker(line: string, marker: string): boolean {
  return line.length <= 80 && line.replace(/^[ \t]+/, '').replace(/[ \t\r]+$/, '') === marker;
}

/** The section's lines end as people's do. */
function lineEndOf(words: string): string {
  return /\r\n|\r$/.test(words) ? '\r\n' : '\n';
}

function withoutLineEnd(text: string): string {
  return text.replace(/\r?\n$/, '');
}
