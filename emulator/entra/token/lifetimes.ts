import type { EmulatorSettings } from '../../settings.js';

const LONG_SECONDS = 7200;

/** How long an access token lives (s). Those that can be challenged live long. */
export function accessTokenSeconds(settings: EmulatorSettings, understandsClaims: boolean): number {
  return understandsClaims ? settings.challengeableTokenSeconds : settings.tokenLifetimeSeconds;
}

/** What every answer of the token endpoint says about its access token; long ones are renewed at half their life. */
export function lifetimeFields(seconds: number): Readonly<Record<string, number>> {
  return {
    expires_in: seconds,
    ext_expires_in: seconds,
    ...(seconds < LONG_SECONDS ? {} : { refresh_in: Math.floor(seconds / 2) }),
  };
}
