/** Planner's 25 labels: the colour each has, under the name Planner shows while a plan gives it none of its own. */
export interface Category {
  readonly key: string;
  readonly colourName: string;
  /** The name of Fluent's palette that comes closest; it holds in light and dark. */
  readonly palette: string;
}

const colours = [
  ['Pink', 'Pink'],
  ['Red', 'Red'],
  ['Yellow', 'Gold'],
  ['Green', 'Green'],
  ['Blue', 'Blue'],
  ['Purple', 'Purple'],
  ['Bronze', 'Brass'],
  ['Lime', 'Forest'],
  ['Aqua', 'LightTeal'],
  ['Gray', 'Mink'],
  ['Silver', 'Platinum'],
  ['Brown', 'Brown'],
  ['Cranberry', 'Cranberry'],
  ['Orange', 'Pumpkin'],
  ['Peach', 'Peach'],
  ['Marigold', 'Marigold'],
  ['Light green', 'LightGreen'],
  ['Dark green', 'DarkGreen'],
  ['Teal', 'Teal'],
  ['Light blue', 'Cornflower'],
  ['Dark blue', 'Navy'],
  ['Lavender', 'Lavender'],
  ['Plum', 'Plum'],
  ['Light gray', 'Beige'],
  ['Dark gray', 'Anchor'],
] as const;

export const categories: readonly Category[] = colours.map(([colourName, palette], index) => ({
  key: `category${index + 1}`,
  colourName,
  palette,
}));

/** A plan's own names for labels, as its details hold them. */
export type CategoryNames = Readonly<Record<string, string | null>>;

export function categoryName(category: Category, names: CategoryNames): string {
  const own = names[category.key]?.trim();
  return own === undefined || own === '' ? category.colourName : own;
}

/** The labels a task carries, in Planner's order. */
export function appliedLabels(applied: Readonly<Record<string, boolean>>): readonly Category[] {
  return categories.filter(({ key }) => applied[key] === true);
}
