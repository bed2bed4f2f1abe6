import type { ICachePlugin } from '@azure/msal-node';

/** MSAL's cache of one account as text: begins with what is given, and answers what MSAL has made of it. */
export interface MemoryCache {
  readonly plugin: ICachePlugin;
  text(): string;
}

/** MSAL neither reads nor writes Redis itself: what it made is kept together with the access token, in one step. */
export function createMemoryCache(text = ''): MemoryCache {
  let current = text;
  return {
    plugin: {
      async beforeCacheAccess({ tokenCache }) {
        tokenCache.deserialize(current);
      },
      async afterCacheAccess({ cacheHasChanged, tokenCache }) {
        if (cacheHasChanged) current = tokenCache.serialize();
      },
    },
    text: () => current,
  };
}
