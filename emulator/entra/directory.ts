/** A registered app, its service principal and its secret. */
export interface AppRegistration {
  readonly appId: string;
  /** Object id of the service principal: the `oid` of its tokens. */
  readonly objectId: string;
  readonly displayName: string;
  readonly secret: string;
}

export interface Person {
  readonly id: string;
  readonly displayName: string;
  readonly mail: string;
  readonly jobTitle: string;
}

export interface Group {
  readonly id: string;
  readonly displayName: string;
  readonly memberIds: readonly string[];
}

export interface Tenant {
  readonly id: string;
  readonly domain: string;
  /** The app that stands for the Planner web client: people's tokens name it. */
  readonly boardAppId: string;
}
