import { badRequest } from '../../graph/graph-failure.js';
import { resolveOrderHint } from '../order-hints.js';
import { entriesOf, readFlags, readTypedEntries, type MapChanges } from './map-changes.js';

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const CATEGORY = /^category([1-9]|1\d|2[0-5])$/;

export interface AssignmentPatch {
  readonly orderHint: string;
}

/** `assignments`: by object id of the person; every value carries an order hint. */
export function readAssignments(map: unknown): MapChanges<AssignmentPatch> {
  return readTypedEntries(map, {
    typeName: 'plannerAssignment',
    writable: ['orderHint'],
    readKey: readPersonId,
    readValue: (value) => {
      if (typeof value['orderHint'] !== 'string') {
        throw badRequest("An assignment must have an 'orderHint'.");
      }
      return { orderHint: resolveOrderHint(value['orderHint']) };
    },
  });
}

export function readCategories(map: unknown): MapChanges<true> {
  return readFlags(map, 'plannerAppliedCategories', (key) => {
    if (!CATEGORY.test(key))
      throw badRequest(`'${key}' is not a category: category1 to category25.`);
    return key;
  });
}

export function readSharedWith(map: unknown): MapChanges<true> {
  return readFlags(map, 'plannerUserIds', readPersonId);
}

/** `orderHintsByAssignee`: keys can be added and changed, never removed by a client. */
export function readHintsByAssignee(map: unknown): MapChanges<string> {
  const changes = new Map<string, string>();
  for (const [key, value] of entriesOf(map, 'plannerOrderHintsByAssignee')) {
    if (typeof value !== 'string') throw badRequest(`The order hint of '${key}' must be a string.`);
    changes.set(readPersonId(key), resolveOrderHint(value));
  }
  return changes;
}

export function isGuid(text: string): boolean {
  return GUID.test(text);
}

function readPersonId(key: string): string {
  if (!GUID.test(key)) throw badRequest(`'${key}' is not the id of a user.`);
  return key.toLowerCase();
}
