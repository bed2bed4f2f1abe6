import { isGuid, withoutTenant } from '../guid.js';
import {
  changeTypes,
  planTasks,
  watchableResources,
  type ChangeType,
  type WatchableResource,
} from './watchable-resource.js';

/** What somebody wants to be told about, checked against what Graph notifies about. */
export interface WatchRequest {
  /** Without a leading slash, in Graph's spelling: `users/{id}/messages`. */
  readonly resource: string;
  /** In the order created, updated, deleted. */
  readonly changeTypes: readonly ChangeType[];
  /** The changed data comes encrypted with the notification. */
  readonly includeResourceData: boolean;
}

export type CheckedWatch =
  | {
      readonly kind: 'good';
      readonly request: WatchRequest;
      readonly watchable: WatchableResource;
    }
  | { readonly kind: 'bad'; readonly field: WatchField; readonly message: string };

type WatchField = 'resource' | 'changeTypes' | 'includeResourceData';

/** `users/{id}/messages created|updated +data`: the resource, which changes (all without it), and whether with data. */
export function parseWatch(text: string): CheckedWatch {
  const [resource = '', ...rest] = text.trim().split(/\s+/);
  const withData = rest.filter((word) => word.toLowerCase() === '+data');
  const types = rest.filter((word) => !withData.includes(word));
  if (types.length > 1 || withData.length > 1) {
    const message = `must be written as "resource changes +data", for instance "users/{id}/messages created|updated"`;
    return { kind: 'bad', field: 'resource', message };
  }
  return checkWatch({
    resource,
    ...(types[0] !== undefined && { changeTypes: types[0].toLowerCase().split('|') }),
    includeResourceData: withData.length > 0,
  });
}

/** Whether Graph notifies an app, or a person, about that. Messages say what is possible instead. */
export function checkWatch(wanted: {
  readonly resource: string;
  readonly changeTypes?: readonly string[];
  readonly includeResourceData?: boolean;
  /** The object id of the person in whose name it is watched; absent: in the app's own. */
  readonly personId?: string;
}): CheckedWatch {
  const found = findResource(wanted.resource, wanted.personId ?? null);
  if ('message' in found) return { kind: 'bad', field: 'resource', message: found.message };
  const { resource, watchable } = found;
  const asked = wanted.changeTypes ?? watchable.changeTypes;
  const unknown = asked.filter((type) => !watchable.changeTypes.some((known) => known === type));
  if (unknown.length > 0 || asked.length === 0) {
    const message = `must be some of ${watchable.changeTypes.join(', ')} for ${watchable.template}`;
    return { kind: 'bad', field: 'changeTypes', message };
  }
  const includeResourceData = wanted.includeResourceData ?? false;
  if (includeResourceData && watchable.maxMinutesWithData === null) {
    const message = `is possible for messages of chats and channels only: ${withDataTemplates}`;
    return { kind: 'bad', field: 'includeResourceData', message };
  }
  return {
    kind: 'good',
    watchable,
    request: {
      resource,
      changeTypes: changeTypes.filter((type) => asked.includes(type)),
      includeResourceData,
    },
  };
}

/** The row of the table for a resource in Graph's spelling; null for one that is not in it. */
export function watchableOf(resource: string): WatchableResource | null {
  const segments = resource.split('/');
  const all = [...watchableResources, planTasks];
  return all.find(({ template }) => fit(segments, template) !== null) ?? null;
}

/** The resource as we spell it; null for one that Graph does not notify about. */
export function toOwnSpelling(resource: string): string | null {
  const ofPlan = fit(resource.replace(/^\/+/, '').split('/'), planTasks.template);
  if (ofPlan !== null) return ofPlan;
  for (const personId of [null, '']) {
    const found = findResource(resource, personId);
    if (!('message' in found)) return found.resource;
  }
  return null;
}

function findResource(
  text: string,
  personId: string | null,
):
  | { readonly resource: string; readonly watchable: WatchableResource }
  | { readonly message: string } {
  // Outlook's folders are often written mailFolders('inbox').
  const path = ofPerson(text.trim().replace(/^\/+|\/+$/g, ''), personId);
  const segments = path.replaceAll(/\('([^'/]+)'\)/g, '/$1').split('/');
  if (segments.some((segment) => !/^[^\s?#|,{}]+$/.test(segment))) {
    return { message: `must be a path without query, one of these: ${possible}` };
  }
  if (segments.some((segment) => segment.toLowerCase() === 'planner')) {
    return {
      message: `is of Planner, for which Graph has no change notifications; linked plans are watched anyway. Possible: ${possible}`,
    };
  }
  if (segments[0]?.toLowerCase() === 'me') {
    return {
      message:
        'must begin with users/{id}, the object id or sign-in name, instead of "me", which an app has not; or name the account of a person',
    };
  }
  for (const watchable of watchableResources) {
    const resource = fit(segments, watchable.template);
    if (resource === null) continue;
    if (personId === null && watchable.appPermission === null) {
      return {
        message: `is something about which Graph tells signed-in users only, not an app: ${watchable.template}; name the account of a person`,
      };
    }
    if (personId !== null && watchable.delegatedPermission === null) {
      return {
        message: `is something about which Graph tells an app only, not a signed-in user: ${watchable.template}; leave the account out`,
      };
    }
    return { resource, watchable };
  }
  return { message: `is nothing that Graph notifies about. Possible: ${possible}` };
}

/** `me` is the person themselves, so that a resource has one name whoever watches it. */
function ofPerson(path: string, personId: string | null): string {
  return personId === null || personId === ''
    ? path
    : path.replace(/^me(?=\/|$)/i, `users/${personId}`);
}

/** The path in the template's spelling; null when it is another one. */
function fit(segments: readonly string[], template: string): string | null {
  const parts = template.split('/');
  if (parts.length !== segments.length) return null;
  const path: string[] = [];
  for (const [at, part] of parts.entries()) {
    const given = segments[at] ?? '';
    if (part.startsWith('{')) {
      if (functions.has(given.toLowerCase())) return null;
      const own = part === '{user}' ? withoutTenant(given) : given;
      path.push(isCaseless(own, part) ? own.toLowerCase() : own);
    } else if (part.toLowerCase() === given.toLowerCase()) path.push(part);
    else return null;
  }
  return path.join('/');
}

/** Object ids and sign-in names are the same in any case; ids of chats, folders and lists are not. */
function isCaseless(given: string, placeholder: string): boolean {
  return placeholder === '{user}' || isGuid(given);
}

/** Functions of Graph that stand where an id could stand. */
const functions = new Set(['getallmessages', 'getallchannels', 'getallmembers']);

const possible = watchableResources
  .filter(({ appPermission }) => appPermission !== null)
  .map(({ template }) => template)
  .join(', ');

const withDataTemplates = watchableResources
  .filter(({ maxMinutesWithData }) => maxMinutesWithData !== null)
  .map(({ template }) => template)
  .join(', ');
