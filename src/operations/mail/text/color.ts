export type Rgb = readonly [red: number, green: number, blue: number];

export const white: Rgb = [255, 255, 255];

const names: Readonly<Record<string, Rgb>> = {
  white,
  black: [0, 0, 0],
  snow: [255, 250, 250],
  ivory: [255, 255, 240],
  azure: [240, 255, 255],
  whitesmoke: [245, 245, 245],
  ghostwhite: [248, 248, 255],
  floralwhite: [255, 250, 240],
  mintcream: [245, 255, 250],
  red: [255, 0, 0],
  green: [0, 128, 0],
  blue: [0, 0, 255],
  gray: [128, 128, 128],
  grey: [128, 128, 128],
  silver: [192, 192, 192],
  navy: [0, 0, 128],
};

/** `transparent`: nothing is seen. Null: a colour that is not known here. */
export function readColor(text: string): Rgb | 'transparent' | null {
  const value = text.trim().toLowerCase();
  if (value === 'transparent') return 'transparent';
  if (Object.hasOwn(names, value)) return names[value] ?? null;
  const hex = /^#?([0-9a-f]{3,8})$/.exec(value)?.[1];
  if (hex !== undefined) return ofHex(hex);
  const [, red, green, blue, alpha] =
    /^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*(?:[,/]\s*([\d.]+))?/.exec(value) ?? [];
  if (red === undefined || green === undefined || blue === undefined) return null;
  if (alpha !== undefined && Number(alpha) < 0.05) return 'transparent';
  return [Number(red), Number(green), Number(blue)];
}

/** Whether nobody could read one on the other. */
export function looksAlike(one: Rgb, other: Rgb): boolean {
  return one.every((part, index) => Math.abs(part - (other[index] ?? 0)) < 24);
}

function ofHex(hex: string): Rgb | 'transparent' | null {
  const wide = hex.length <= 4 ? hex.replaceAll(/./g, '$&$&') : hex;
  if (wide.length === 8 && Number.parseInt(wide.slice(6), 16) < 13) return 'transparent';
  if (wide.length !== 6 && wide.length !== 8) return null;
  const part = (from: number): number => Number.parseInt(wide.slice(from, from + 2), 16);
  return [part(0), part(2), part(4)];
}
