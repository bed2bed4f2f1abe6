/** Whom an access token speaks for. */
export interface Caller {
  /** `app` acts as itself (application permissions), `person` through an app (delegated permissions). */
  readonly kind: 'app' | 'person';
  /** A person's object id; an app's client id. */
  readonly id: string;
  /** `oid` of the token: a person's object id, an app's service principal. */
  readonly objectId: string;
  readonly appId: string;
  readonly displayName: string;
  readonly permissions: ReadonlySet<string>;
  /** End of the token, in milliseconds since 1970. */
  readonly tokenExpiresAt: number;
  /** Place of the token's issue in the order of events. */
  readonly order: number;
  /** The client said that it understands claims challenges (`cp1`): access is evaluated continuously. */
  readonly understandsClaims: boolean;
}
