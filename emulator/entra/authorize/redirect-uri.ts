import type { AppRegistration, RedirectUri } from '../directory.js';

const LOOPBACK = /^(https?):\/\/(localhost|127\.0\.0\.1)(?::\d+)?(\/.*)?$/;

/**
 * The registered redirect URI that a request means: the same letter by letter; at localhost the port does not count.
 * https://learn.microsoft.com/entra/identity-platform/reply-url
 */
export function findRedirectUri(app: AppRegistration, wanted: string): RedirectUri | undefined {
  // A port that no address can have.
  if (!URL.canParse(wanted)) return undefined;
  return app.redirectUris?.find(
    ({ uri }) => uri === wanted || (LOOPBACK.test(uri) && withoutPort(uri) === withoutPort(wanted)),
  );
}

function withoutPort(uri: string): string | null {
  const [, scheme, host, rest = '/'] = LOOPBACK.exec(uri) ?? [];
  return scheme === undefined || host === undefined ? null : `${scheme}://${host}${rest}`;
}
