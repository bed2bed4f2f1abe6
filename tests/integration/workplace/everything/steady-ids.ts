interface Kind {
  readonly pattern: RegExp;
  /** An id of the same form, for the so-manieth. */
  readonly make: (at: number) => string;
}

const padded = (at: number, length: number): string => String(at).padStart(length, '0');

/** Forms of ids, those that contain others first. One of Planner's may lack digits; it hardly ever lacks capitals. */
const kinds: readonly Kind[] = [
  {
    pattern: /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
    make: (at) => `5e1f0a00-7c2d-4b1e-9a3f-${padded(at, 12)}`,
  },
  { pattern: /\b[A-Za-z0-9_-]{60,}(?:=|%3D)*/g, make: (at) => `AAMkADExample${padded(at, 27)}` },
  {
    pattern: /(?<=19(?::|%3A))[A-Za-z0-9_-]{20,}(?=@|%40)/g,
    make: (at) => `example${padded(at, 25)}`,
  },
  { pattern: /\b[A-Za-z0-9_-]{40,}\b/g, make: (at) => `example-${padded(at, 35)}` },
  { pattern: /\b01[A-Z2-7]{32}\b/g, make: (at) => `01EXAMPLEITEM${padded(at, 21)}` },
  { pattern: /\b[0-9A-HJKMNP-TV-Z]{26}\b/g, make: (at) => `01J0EXAMP1E${padded(at, 15)}` },
  {
    pattern: /(?<![\w-])(?=[\w-]*[A-Z])(?=[\w-]*[a-z])[\w-]{28}(?![\w-])/g,
    make: (at) => `ExamplePlannerId${padded(at, 12)}`,
  },
  { pattern: /(?<=\.(?:messages|events)-)[0-9a-f]{10}\b/g, make: (at) => padded(at, 10) },
  { pattern: /\b\d{13}-\d+\b/g, make: (at) => `1930294800000-${at}` },
  { pattern: /\b1[78]\d{11}\b/g, make: (at) => `19302948${padded(at, 5)}` },
];

/** Replaces ids by others of the same form, the same by the same. */
export function createSteadyIds(): (text: string) => string {
  const known = new Map<string, string>();
  const made = new Set<string>();
  const counts = new Map<Kind, number>();
  return (text) =>
    kinds.reduce(
      (before, kind) =>
        before.replaceAll(kind.pattern, (id: string) => {
          if (made.has(id)) return id;
          const earlier = known.get(id);
          if (earlier !== undefined) return earlier;
          const at = (counts.get(kind) ?? 0) + 1;
          const steady = kind.make(at);
          counts.set(kind, at);
          known.set(id, steady);
          made.add(steady);
          return steady;
        }),
      text,
    );
}
