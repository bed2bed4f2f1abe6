/** Whom an access token speaks for. */
export interface Caller {
  /** `app` acts as itself (application permissions), `person` through an app (delegated permissions). */
  readonly kind: 'app' | 'person';
  /** A person's object id; an app's client id. */
  readonly id: string;
  readonly appId: string;
  readonly displayName: string;
  readonly permissions: ReadonlySet<string>;
}
