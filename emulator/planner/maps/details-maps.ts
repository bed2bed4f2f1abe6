import { badRequest } from '../../graph/graph-failure.js';
import { resolveOrderHint } from '../order-hints.js';
import { readTypedEntries, type MapChanges } from './map-changes.js';
import { isGuid } from './task-maps.js';

const REFERENCE_TYPES = ['PowerPoint', 'Word', 'Excel', 'Other'];
/** Not allowed in names of open-type properties; % only as the start of an encoded character. */
const UNENCODED = /[.:@#]|%(?!25|2E|3A|40|23)/i;

export interface ChecklistPatch {
  readonly title?: string;
  readonly isChecked?: boolean;
  readonly orderHint?: string;
}

export interface ReferencePatch {
  readonly alias?: string | null;
  readonly type?: string | null;
  readonly previewPriority?: string;
}

/** `checklist`: new keys are GUIDs made by the client; keys that are there already may look otherwise. */
export function readChecklist(
  map: unknown,
  isPresent: (key: string) => boolean,
): MapChanges<ChecklistPatch> {
  return readTypedEntries<ChecklistPatch>(map, {
    typeName: 'plannerChecklistItem',
    writable: ['title', 'isChecked', 'orderHint'],
    readKey: (key) => {
      if (!isGuid(key) && !isPresent(key)) {
        throw badRequest(`'${key}' is not a valid id of a checklist item: a GUID is expected.`);
      }
      return key;
    },
    readValue: (value) => ({
      ...(value['title'] === undefined ? {} : { title: readItemTitle(value['title']) }),
      ...(value['isChecked'] === undefined ? {} : { isChecked: value['isChecked'] === true }),
      ...(value['orderHint'] === undefined ? {} : { orderHint: readHint(value['orderHint']) }),
    }),
  });
}

/** `references`: by encoded absolute address. */
export function readReferences(map: unknown): MapChanges<ReferencePatch> {
  return readTypedEntries<ReferencePatch>(map, {
    typeName: 'plannerExternalReference',
    writable: ['alias', 'type', 'previewPriority'],
    readKey: readReferenceKey,
    readValue: (value) => ({
      ...(value['alias'] === undefined ? {} : { alias: readText(value['alias']) }),
      ...(value['type'] === undefined ? {} : { type: readReferenceType(value['type']) }),
      ...(value['previewPriority'] === undefined
        ? {}
        : { previewPriority: readHint(value['previewPriority']) }),
    }),
  });
}

function readReferenceKey(key: string): string {
  if (UNENCODED.test(key)) {
    throw badRequest(
      `The property name '${key}' is invalid; property names must not contain any of the reserved characters ':', '.', '@', '#', '%'.`,
    );
  }
  const address = decodeKey(key);
  const isAbsolute = /^https?:\/\//i.test(address) && URL.canParse(address);
  if (!isAbsolute) throw badRequest(`'${address}' is not an absolute http or https address.`);
  return key;
}

function decodeKey(key: string): string {
  return key
    .replace(/%3A/gi, ':')
    .replace(/%2E/gi, '.')
    .replace(/%40/g, '@')
    .replace(/%23/g, '#')
    .replace(/%25/g, '%');
}

function readItemTitle(value: unknown): string {
  if (typeof value !== 'string' || value.trim() === '') {
    throw badRequest('A checklist item must have a title.');
  }
  return value;
}

function readReferenceType(value: unknown): string | null {
  if (value === null) return null;
  if (typeof value !== 'string' || !REFERENCE_TYPES.includes(value)) {
    throw badRequest(`The type of a reference must be one of ${REFERENCE_TYPES.join(', ')}.`);
  }
  return value;
}

function readText(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function readHint(value: unknown): string {
  if (typeof value !== 'string') throw badRequest('An order hint must be a string.');
  return resolveOrderHint(value);
}
