/** Letters that are one letter with a stroke or two in one: Unicode does not take them apart. */
const plain: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ł: 'l',
  ŧ: 't',
  ı: 'i',
  ς: 'σ',
};

/**
 * A name as people compare them: without case, accents and spare spaces. Two names that fold to the same are one to
 * whoever writes them from memory.
 */
export function foldName(name: string): string {
  return undressed(undressed(name).toUpperCase().toLowerCase())
    .replaceAll(/[ßæœøđðþħłŧıς]/g, (letter) => plain[letter] ?? letter)
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function undressed(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '');
}
