/** A redirect URI and the kind of client that it belongs to, as an app registration has them. */
export interface RedirectUri {
  readonly uri: string;
  /** `web` proves itself with a credential, `spa` with its origin, `publicClient` not at all. */
  readonly type: 'web' | 'spa' | 'publicClient';
}

/** A permission that an app's own API offers to other apps. */
export interface ExposedScope {
  readonly name: string;
  readonly description: string;
  readonly adminOnly: boolean;
}

/** What other apps may ask this one for. */
export interface ExposedApi {
  /** Application ID URIs: `api://{clientId}`. */
  readonly identifierUris: readonly string[];
  readonly scopes: readonly ExposedScope[];
  readonly roles: readonly string[];
  /** Roles by the object id of a person or a service principal. */
  readonly assignments: Readonly<Record<string, readonly string[]>>;
  /** Client ids that need no consent. */
  readonly preauthorizedApps: readonly string[];
  /** `requestedAccessTokenVersion` of the registration. */
  readonly tokenVersion: 1 | 2;
}

/** Somebody else's tokens that an app may sign in with. */
export interface FederatedCredential {
  readonly issuer: string;
  readonly subject: string;
  readonly audience: string;
  /** Public keys of the issuer (JWK). */
  readonly keys: readonly Readonly<Record<string, unknown>>[];
}

export interface ClientSecret {
  readonly value: string;
  readonly expiresAt?: string;
}

/** A registered app, its service principal and its credentials. What is absent is off or empty. */
export interface AppRegistration {
  readonly appId: string;
  /** Object id of the service principal: the `oid` of its tokens. */
  readonly objectId: string;
  readonly displayName: string;
  readonly secret?: string;
  /** Besides `secret`. */
  readonly secrets?: readonly ClientSecret[];
  /** PEM. */
  readonly certificates?: readonly string[];
  readonly federatedCredentials?: readonly FederatedCredential[];
  readonly redirectUris?: readonly RedirectUri[];
  /** "Allow public client flows": device code and password without a credential. */
  readonly allowPublicClientFlows?: boolean;
  /** Whether `common` and `organizations` may be used. */
  readonly isMultiTenant?: boolean;
  /** Delegated permissions of Graph in the registration: what `.default` asks for. */
  readonly delegatedPermissions?: readonly string[];
  /** Application permissions of Graph instead of those of the settings. */
  readonly applicationPermissions?: readonly string[];
  readonly api?: ExposedApi;
  /** With "assignment required": who may use the app. */
  readonly assignedPeople?: readonly string[];
}

export interface Person {
  readonly id: string;
  readonly displayName: string;
  /** The sign-in name as well; lower case. */
  readonly mail: string;
  readonly jobTitle: string;
  readonly department?: string;
  readonly officeLocation?: string;
  readonly managerId?: string;
  /** Available unless said otherwise. */
  readonly presence?: Presence;
  readonly accountEnabled?: boolean;
  readonly createdDateTime?: string;
}

/** What others see of somebody in Teams; the words are Graph's. */
export interface Presence {
  readonly availability: string;
  readonly activity: string;
}

/** A Microsoft 365 group. */
export interface Group {
  readonly id: string;
  readonly displayName: string;
  readonly memberIds: readonly string[];
  readonly ownerIds?: readonly string[];
  /** Left part of its address; made of the first name it had. */
  readonly mailNickname?: string;
  readonly description?: string;
  readonly createdDateTime?: string;
}

/** Something deleted that can still be restored. */
export type Deleted<T> = T & { readonly deletedDateTime: string };

export interface Tenant {
  readonly id: string;
  readonly domain: string;
  /** The app that stands for the Planner web client: people's tokens name it. */
  readonly boardAppId: string;
}
