import { isGuid } from '../domain/guid.js';
import type { MetadataType } from '../domain/metadata.js';
import type { MetadataKind } from '../tasks/keys.js';

/** One thing that is asked for, by an id in its one spelling; a person also by mail address or sign-in name. */
export interface Wanted {
  readonly kind: MetadataKind;
  readonly id: string;
}

/** For maps. */
export function nameOf({ kind, id }: Wanted): string {
  return `${kind}:${id}`;
}

const kinds: Readonly<Record<MetadataType, MetadataKind>> = {
  user: 'users',
  group: 'groups',
  plan: 'plans',
  task: 'tasks',
  bucket: 'buckets',
};

export function kindOf(type: MetadataType): MetadataKind {
  return kinds[type];
}

export function typeOf(kind: MetadataKind): MetadataType {
  switch (kind) {
    case 'users':
      return 'user';
    case 'groups':
      return 'group';
    case 'plans':
      return 'plan';
    case 'tasks':
      return 'task';
    case 'buckets':
      return 'bucket';
  }
}

/** A mail address or a sign-in name. */
export function isAddress(text: string): boolean {
  return text.length <= 320 && /^[^\s@:]+@[^\s@:]+$/.test(text);
}

/** An id of Planner: https://learn.microsoft.com/graph/api/resources/plannertask */
export function isPlannerId(text: string): boolean {
  return text.length === 28 && /^[\w-]+$/.test(text);
}

/** What the Lua library takes for an id of Planner; real ones have 28 characters. */
export function mayBePlannerId(text: string): boolean {
  return /^[\w-]{1,128}$/.test(text);
}

/** The one spelling of an id; null where it cannot be one of that kind. */
export function toWanted(kind: MetadataKind, id: string): Wanted | null {
  switch (kind) {
    case 'users':
      return isGuid(id) || isAddress(id) ? { kind, id: id.toLowerCase() } : null;
    case 'groups':
      return isGuid(id) ? { kind, id: id.toLowerCase() } : null;
    case 'plans':
    case 'tasks':
    case 'buckets':
      return mayBePlannerId(id) ? { kind, id } : null;
  }
}
