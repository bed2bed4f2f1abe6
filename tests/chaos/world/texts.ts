/** The texts that writers put into tasks, so that whatever is found can be led back to who wrote it. */

/** `a345`: write 345, by an agent; `p346`: by a person. */
export function token(kind: 'agent' | 'person', id: number): string {
  return `${kind === 'agent' ? 'a' : 'p'}${id}`;
}

/** Every title keeps the number of its task. */
export function titleOf(task: number, mark: string): string {
  return `t${task} ${mark}`;
}

export function taskNumberOf(title: string): number | null {
  const digits = /^t(\d+) /.exec(title)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** Lines of a description that are written one by one, with a line between them that nobody touches. */
export const slots = ['s1', 's2', 's3'] as const;

export type Slot = (typeof slots)[number];

export function newDescription(task: number, mark: string): string {
  return [`About t${task}`, ...slots.flatMap((slot) => [`--- ${slot}`, `${slot} ${mark}`])].join(
    '\n',
  );
}

export function withSlot(description: string, slot: Slot, mark: string): string {
  const lines = description.split('\n');
  return lines.map((line) => (line.startsWith(`${slot} `) ? `${slot} ${mark}` : line)).join('\n');
}

export function slotsOf(description: string): ReadonlyMap<Slot, string> {
  const found = new Map<Slot, string>();
  for (const line of description.split('\n')) {
    const slot = slots.find((one) => line.startsWith(`${one} `));
    if (slot !== undefined) found.set(slot, line);
  }
  return found;
}

/** Every title of a checklist row keeps the row's name. */
export function rowTitle(row: string, mark: string): string {
  return `${row} ${mark}`;
}

export function rowNameOf(title: string): string {
  return title.split(' ', 1)[0] ?? title;
}

/** A day and minute of its own for every write. */
export function dueOf(id: number): string {
  return new Date(Date.UTC(2027, 0, 1) + id * 60_000).toISOString().replace('.000Z', 'Z');
}

export function linkOf(task: number, link: number): string {
  return `https://files.example.com/t${task}/f${link}.docx`;
}
