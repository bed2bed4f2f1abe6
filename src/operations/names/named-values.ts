import { isGuid } from '../../domain/guid.js';
import { isPlannerId } from '../../metadata/wanted.js';

/** A JSON object, as a caller sent it. */
export type Body = Readonly<Record<string, unknown>>;

const longestName = 320;
const category = /^category\d{1,2}$/;

/** Names have nothing of the shape of an id; whether an id is one of something is not asked here. */
export function isPlannerName(value: unknown): value is string {
  return isName(value) && !isPlannerId(value);
}

export function isPersonName(value: unknown): value is string {
  return isName(value) && !isGuid(value);
}

export function isLabelName(value: unknown): value is string {
  return isName(value) && !category.test(value);
}

export function isBody(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Those of the fields that a body has. */
export function fieldsIn(
  body: Body,
  fields: readonly string[],
): readonly (readonly [field: string, value: unknown])[] {
  return fields.flatMap((field) =>
    Object.hasOwn(body, field) ? [[field, body[field]] as const] : [],
  );
}

/** What stands in a list of ids, or in what is to be added to one and removed from it. */
export function entriesIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (!isBody(value)) return [];
  return [value['add'], value['remove']].filter((list) => Array.isArray(list)).flat();
}

/** The same lists with every entry exchanged; `place` names it as the library does: `assigneeIds.add[0]`. */
export async function exchangeEntries(
  field: string,
  value: unknown,
  exchange: (entry: unknown, place: string) => unknown,
): Promise<unknown> {
  const inList = (list: readonly unknown[], name: string): Promise<readonly unknown[]> =>
    Promise.all(list.map(async (entry, at) => exchange(entry, `${name}[${at}]`)));
  if (Array.isArray(value)) return inList(value, field);
  if (!isBody(value)) return value;
  const exchanged: Record<string, unknown> = { ...value };
  for (const part of ['add', 'remove']) {
    const list = value[part];
    if (Array.isArray(list)) exchanged[part] = await inList(list, `${field}.${part}`);
  }
  return exchanged;
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= longestName;
}
