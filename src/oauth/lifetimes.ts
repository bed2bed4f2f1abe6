const minute = 60;
const day = 86_400;

/** How long each thing lives, in seconds. */
export const lifetimes = {
  /** Access that was ended is over within a second all the same: each use asks for the connection. */
  AccessToken: 10 * minute,
  AuthorizationCode: minute,
  /** From the host's request to the person's answer, with a sign-in of ten minutes in between. */
  Interaction: 20 * minute,
  /** How long a browser is not sent to Microsoft again. */
  Session: 60 * minute,
  /** Unused for so long, a host has to be connected anew. */
  RefreshToken: 30 * day,
  /** In any case. */
  Grant: 180 * day,
  IdToken: minute,
} as const;
