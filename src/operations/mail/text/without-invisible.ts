/**
 * Characters that nobody sees and that can carry words past people: zero-width ones, marks of direction, tags
 * (U+E0000), selectors of variants without anything to vary. Joiners stay between letters and pictures, where scripts and
 * emoji need them.
 */
export function withoutInvisible(text: string): string {
  return text
    .replaceAll(hidden, '')
    .replaceAll(/(?<![\p{L}\p{M}\p{Extended_Pictographic}\uFE0F])[\u200C\u200D]+/gu, '')
    .replaceAll(/[\u200C\u200D]+(?![\p{L}\p{Extended_Pictographic}])/gu, '');
}

const ranges = String.raw`\u061C\u115F\u1160\u17B4\u17B5\u200B\u200E\u200F\u2028\u2029\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\u00AD\u{E0000}-\u{E0FFF}`;

const hidden = new RegExp(String.raw`[${ranges}]|\u034F|[\u180B-\u180F]|(?![\n\t\r])\p{Cc}`, 'gu');
