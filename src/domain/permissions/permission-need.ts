import { features, type FeatureName } from './features.js';
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

/** An operation, as far as Graph's permissions are concerned. */
export interface FeatureUser {
  readonly name: string;
  readonly features: readonly FeatureName[];
}

/** What this installation makes use of. */
export interface Usage {
  readonly operations: readonly FeatureUser[];
  /** Resources that Graph is to notify about, in Graph's spelling. */
  readonly watched: readonly string[];
  /** Planner's delta queries are used. */
  readonly usesDelta: boolean;
}

type Need = Omit<PermissionNeed, 'operations'>;

const delta: Need = {
  purpose: 'Ask Planner what changed (PLANNER_DELTA=on)',
  permissions: { application: ['Tasks.Read.All'], delegated: ['Tasks.Read'] },
  isRequired: false,
};

/** What is needed of Graph for all that is used. */
export function permissionNeeds(usage: Usage): readonly PermissionNeed[] {
  const used = new Map<FeatureName, string[]>();
  for (const operation of usage.operations) {
    for (const feature of operation.features) {
      used.set(feature, [...(used.get(feature) ?? []), operation.name]);
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
