import { looksAlike, readColor, white, type Rgb } from './color.js';
import { readDeclarations, type Declarations } from './declarations.js';
import type { StyleSheet } from './style-sheet.js';

/** Whether a person would see text at some place of a mail. */
export interface Visibility {
  /** With all that is in it. */
  readonly isGone: boolean;
  /** Until something within says otherwise. */
  readonly isInvisible: boolean;
  readonly isTiny: boolean;
  /** Null: not known, so nothing is said of the contrast. */
  readonly color: Rgb | 'transparent' | null;
  readonly background: Rgb | null;
}

export const plainlyVisible: Visibility = {
  isGone: false,
  isInvisible: false,
  isTiny: false,
  color: null,
  background: white,
};

export function isSeen({ isGone, isInvisible, isTiny, color, background }: Visibility): boolean {
  if (isGone || isInvisible || isTiny || color === 'transparent') return false;
  return color === null || background === null || !looksAlike(color, background);
}

/** The visibility within an element, from that around it. */
export function within(
  outer: Visibility,
  element: { readonly name: string; readonly attributes: ReadonlyMap<string, string> },
  sheet: StyleSheet,
): Visibility {
  const { attributes } = element;
  const inline = readDeclarations(attributes.get('style') ?? '');
  const styles: Declarations = new Map([...sheet.declarationsFor(element), ...inline]);
  const isGone = outer.isGone || attributes.has('hidden') || takesAway(styles);
  if (styles.size === 0 && attributes.size === 0) return { ...outer, isGone };
  return {
    isGone,
    isInvisible: visibilityOf(styles) ?? outer.isInvisible,
    isTiny: sizeOf(styles) ?? outer.isTiny,
    color: colorOf(styles, attributes) ?? outer.color,
    background: backgroundOf(styles, attributes, outer.background),
  };
}

function takesAway(styles: Declarations): boolean {
  const value = (name: string): string => styles.get(name) ?? '';
  const clips = value('overflow').startsWith('hidden') || value('overflow').startsWith('clip');
  return (
    value('display') === 'none' ||
    value('mso-hide') === 'all' ||
    isAtMost(value('opacity'), 0.05) ||
    isNothing(value('max-height')) ||
    isNothing(value('max-width')) ||
    (clips && (isNothing(value('height')) || isNothing(value('width')))) ||
    isAtMost(value('text-indent'), -500) ||
    (/absolute|fixed/.test(value('position')) &&
      ['left', 'top', 'right', 'bottom'].some((side) => isAtMost(value(side), -500))) ||
    /^rect\(\s*0(px)?[\s,]+0(px)?[\s,]+0/.test(value('clip')) ||
    /^(inset\(\s*(100|50)%|circle\(\s*0)/.test(value('clip-path')) ||
    /scale\(\s*0(\.0+)?\s*[,)]/.test(value('transform'))
  );
}

function visibilityOf(styles: Declarations): boolean | undefined {
  const visibility = styles.get('visibility');
  return visibility === undefined ? undefined : /^(hidden|collapse)/.test(visibility);
}

/** Below two pixels nobody reads. */
function sizeOf(styles: Declarations): boolean | undefined {
  const size =
    styles.get('font-size') ?? /(?:^|\s)([\d.]+(?:px|pt))/.exec(styles.get('font') ?? '')?.[1];
  const [, number, unit] = /^(\d*\.?\d+)\s*([a-z%]*)/.exec(size ?? '') ?? [];
  if (number === undefined) return undefined;
  const value = Number(number);
  if (unit === 'em' || unit === 'rem') return value < 0.15;
  return unit === '%' ? value < 15 : value < 2;
}

function colorOf(
  styles: Declarations,
  attributes: ReadonlyMap<string, string>,
): Rgb | 'transparent' | null {
  const text = styles.get('color') ?? attributes.get('color');
  return text === undefined ? null : readColor(text);
}

function backgroundOf(
  styles: Declarations,
  attributes: ReadonlyMap<string, string>,
  outer: Rgb | null,
): Rgb | null {
  const text =
    styles.get('background-color') ?? styles.get('background') ?? attributes.get('bgcolor');
  if (attributes.has('background') || styles.has('background-image')) return null;
  if (text === undefined || /^(none|inherit|initial|unset)?$/.test(text)) return outer;
  const color = readColor(text.split(/\s+(?![^(]*\))/)[0] ?? '');
  return color === 'transparent' ? outer : color;
}

function isNothing(length: string): boolean {
  return /^0*\.?0+(px|pt|em|rem|%)?$/.test(length);
}

function isAtMost(length: string, bound: number): boolean {
  const number = /^-?\d*\.?\d+/.exec(length)?.[0];
  return number !== undefined && Number(number) <= bound;
}
