/** Facts, or why there are none: a judge tells either. */
export type Facts<T> =
  | { readonly kind: 'known'; readonly facts: T }
  | { readonly kind: 'unknown'; readonly reason: string };

/**
 * Looks once, however many checks ask, and not longer than `limitMs`. `describe` says in words why a look failed, without
 * a secret in them.
 */
export function shareFacts<T>(
  look: () => Promise<T>,
  limitMs: number,
  describe: (error: unknown) => string,
): () => Promise<Facts<T>> {
  let looking: Promise<Facts<T>> | undefined;
  return () => {
    looking ??= lookOnce(look, limitMs, describe);
    return looking;
  };
}

async function lookOnce<T>(
  look: () => Promise<T>,
  limitMs: number,
  describe: (error: unknown) => string,
): Promise<Facts<T>> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<Facts<T>>((resolve) => {
    timer = setTimeout(
      () => resolve({ kind: 'unknown', reason: `no answer within ${limitMs / 1_000} s` }),
      limitMs,
    );
  });
  try {
    const looked = look().then(
      (facts): Facts<T> => ({ kind: 'known', facts }),
      (error: unknown): Facts<T> => ({ kind: 'unknown', reason: describe(error) }),
    );
    return await Promise.race([looked, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
