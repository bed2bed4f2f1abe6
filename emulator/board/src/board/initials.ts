const palettes = [
  'DarkRed',
  'Cranberry',
  'Pumpkin',
  'Peach',
  'Gold',
  'Brown',
  'Forest',
  'Seafoam',
  'Teal',
  'Steel',
  'RoyalBlue',
  'Cornflower',
  'Navy',
  'Lavender',
  'Magenta',
  'Plum',
] as const;

/** "AV" for "Adele Vance (Marketing)"; one letter when there is one name. */
export function initials(displayName: string): string {
  const words = displayName
    .replace(/\(.*?\)/g, '')
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  const first = words[0]?.at(0) ?? '?';
  const last = words.length > 1 ? (words.at(-1)?.at(0) ?? '') : '';
  return (first + last).toUpperCase();
}

/** The palette of Fluent that a person always has, chosen by id. */
export function paletteOf(id: string): string {
  // FNV-1a: ids that differ in one digit still get different colours.
  let hash = 2_166_136_261;
  for (const character of id) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  }
  return palettes[(hash >>> 8) % palettes.length] ?? 'Steel';
}
