import { watchableOf } from '../subscriptions/watch-request.js';

/** What a token may do alone (`application`, its `roles`) or in the name of a person (`delegated`, its `scp`). */
export const accountKinds = ['application', 'delegated'] as const;
export type AccountKind = (typeof accountKinds)[number];

/** Something for which Graph asks a permission. */
export interface PermissionNeed {
  /** For people: what it is for. */
  readonly purpose: string;
  /** Any one of them is enough, the least first; none: impossible for tokens of that kind. */
  readonly permissions: Readonly<Record<AccountKind, readonly string[]>>;
  /** Without it nothing is synced; else only what it is for is missing. */
  readonly isRequired: boolean;
  /** Operations that make use of it. */
  readonly operations: readonly string[];
}

/** What this installation makes use of. */
export interface Usage {
  /** Names of operations. */
  readonly operations: readonly string[];
  /** Resources that Graph is to notify about, in Graph's spelling. */
  readonly watched: readonly string[];
  /** Planner's delta queries are used. */
  readonly usesDelta: boolean;
}

type Need = Omit<PermissionNeed, 'operations'>;

const readDirectory = ['Directory.Read.All', 'Directory.ReadWrite.All'] as const;

/**
 * The permission that each feature needs, least privilege first:
 * https://learn.microsoft.com/graph/permissions-reference and the pages of the single calls
 * (/graph/api/planner-post-tasks, /graph/api/user-get, /graph/api/group-get, /graph/api/plannertask-delta).
 */
export const features = {
  planner: {
    purpose: 'Read and write plans, buckets and tasks in Planner',
    permissions: {
      application: ['Tasks.ReadWrite.All'],
      delegated: ['Tasks.ReadWrite', 'Group.ReadWrite.All'],
    },
    isRequired: true,
  },
  people: {
    purpose: 'Find people by name, and name them in answers',
    permissions: {
      application: ['User.ReadBasic.All', 'User.Read.All', 'User.ReadWrite.All', ...readDirectory],
      delegated: ['User.ReadBasic.All', 'User.Read.All', 'User.ReadWrite.All', ...readDirectory],
    },
    isRequired: false,
  },
  groups: {
    purpose: 'Look up groups',
    permissions: {
      application: [
        'Group.ReadBasic.All',
        'GroupMember.Read.All',
        'Group.Read.All',
        'Group.ReadWrite.All',
        ...readDirectory,
      ],
      delegated: [
        'Group.ReadBasic.All',
        'GroupMember.Read.All',
        'Group.Read.All',
        'Group.ReadWrite.All',
        ...readDirectory,
      ],
    },
    isRequired: false,
  },
  profile: {
    purpose: 'Show the profile of the person who signed in',
    permissions: {
      application: [],
      delegated: ['User.Read', 'User.ReadBasic.All', 'User.Read.All', ...readDirectory],
    },
    isRequired: false,
  },
} as const satisfies Readonly<Record<string, Need>>;

const delta: Need = {
  purpose: 'Ask Planner what changed (PLANNER_DELTA=on)',
  permissions: { application: ['Tasks.Read.All'], delegated: ['Tasks.Read'] },
  isRequired: false,
};

/** The features that the operations of an area use; an operation's area is its name up to the first underscore. */
const featuresOfAreas: Readonly<Record<string, readonly (keyof typeof features)[]>> = {
  task: ['planner', 'people'],
  sync: ['planner', 'people'],
  metadata: ['planner', 'people', 'groups'],
  server: ['planner'],
  // What is watched decides.
  webhook: [],
  audit: [],
  auth: [],
};

/** Operations whose names have no area. */
const featuresOfOperations: typeof featuresOfAreas = {
  authenticate_account: [],
  wait_for_callback: [],
  complete_authentication: [],
  get_user_profile: ['profile'],
};

/** What is needed of Graph for all that is used. Throws where the tables do not know an operation. */
export function permissionNeeds(usage: Usage): readonly PermissionNeed[] {
  const used = new Map<keyof typeof features, string[]>();
  for (const operation of usage.operations) {
    const area = operation.split('_', 1)[0] ?? '';
    const areaFeatures = featuresOfOperations[operation] ?? featuresOfAreas[area];
    if (areaFeatures === undefined) {
      throw new TypeError(`Nothing says which permissions ${operation} needs`);
    }
    for (const feature of areaFeatures) {
      used.set(feature, [...(used.get(feature) ?? []), operation]);
    }
  }
  return [
    ...[...used].map(([feature, operations]) => ({ ...features[feature], operations })),
    ...(usage.usesDelta ? [{ ...delta, operations: [] }] : []),
    ...needsOfWatched(usage.watched),
  ];
}

/** A subscription takes exactly the permission of its resource: a higher one is refused where reading is enough. */
function needsOfWatched(watched: readonly string[]): readonly PermissionNeed[] {
  const needs = new Map<string, PermissionNeed>();
  for (const resource of watched) {
    const watchable = watchableOf(resource);
    if (watchable === null) continue;
    const { template, appPermission, delegatedPermission } = watchable;
    needs.set(template, {
      purpose: `Be notified about ${template}`,
      permissions: {
        application: appPermission === null ? [] : [appPermission],
        delegated: delegatedPermission === null ? [] : [delegatedPermission],
      },
      isRequired: false,
      operations: ['webhook_subscribe'],
    });
  }
  return [...needs.values()];
}
