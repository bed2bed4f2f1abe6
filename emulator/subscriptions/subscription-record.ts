/** A subscription as it is stored. Times are ISO texts. */
export interface SubscriptionRecord {
  readonly id: string;
  readonly applicationId: string;
  /** A person's object id, or the service principal of an app that acts for itself. */
  readonly creatorId: string;
  readonly callerKind: 'app' | 'person';
  /** As sent: `created,updated`. */
  readonly changeType: string;
  /** As sent. */
  readonly resource: string;
  /** The canonical path that changes are matched with: `users/{id}/messages`. */
  readonly path: string;
  /** Properties that rich notifications are cut down to; `null` for all. */
  readonly select: readonly string[] | null;
  readonly notificationUrl: string;
  readonly lifecycleNotificationUrl: string | null;
  readonly expirationDateTime: string;
  readonly clientState: string | null;
  readonly includeResourceData: boolean;
  /** As sent: base64 of a DER or PEM certificate. */
  readonly encryptionCertificate: string | null;
  readonly encryptionCertificateId: string | null;
  readonly latestSupportedTlsVersion: string;
  readonly notificationQueryOptions: string | null;
  readonly notificationUrlAppId: string | null;
  /** When the token ends that it was created, renewed or reauthorised with. */
  readonly authorizedUntil: string;
  readonly authorizedAt: string;
  /** For the rule that the two are not to be mixed within ten minutes. */
  readonly reauthorizedAt: string | null;
  readonly renewedAt: string | null;
  /** When the last reauthorizationRequired was sent. */
  readonly remindedAt: string | null;
}
