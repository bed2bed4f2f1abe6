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
  /** The sign-in name as well; lower case. */
  readonly mail: string;
  readonly jobTitle: string;
  readonly department?: string;
  readonly officeLocation?: string;
  readonly accountEnabled?: boolean;
  readonly createdDateTime?: string;
}

/** A Microsoft 365 group. */
export interface Group {
  readonly id: string;
  readonly displayName: string;
  readonly memberIds: readonly string[];
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
