import { badRequest } from '../graph/graph-failure.js';
import { graphSchema } from './graph-schema.js';
import { findProperty } from './schema.js';

const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,12})?)?(Z|[+-]\d{2}:\d{2})$/;
const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,7})?$/;
const BASE64 = /^[A-Za-z0-9+/_-]*={0,2}$/;
const INT32_MAX = 2_147_483_647;

/**
 * An object of a write body, checked against Microsoft's schema: every property known, writable here and of its
 * declared type. Annotations (`@odata.…`) say nothing about the object, but a wrong `@odata.type` is refused.
 */
export function checkObject(
  typeName: string,
  value: unknown,
  writable: readonly string[],
): Readonly<Record<string, unknown>> {
  if (!isObject(value)) {
    throw badRequest(
      `The request is invalid: an object of type 'microsoft.graph.${typeName}' is expected.`,
    );
  }
  for (const [name, content] of Object.entries(value)) {
    if (name.includes('@')) checkAnnotation(typeName, name, content);
    else checkProperty(typeName, name, content, writable);
  }
  return value;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function checkAnnotation(typeName: string, name: string, content: unknown): void {
  if (name !== '@odata.type') return;
  if (typeof content !== 'string' || content.replace(/^#/, '') !== `microsoft.graph.${typeName}`) {
    throw badRequest(
      `A type named '${String(content)}' could not be resolved to 'microsoft.graph.${typeName}'.`,
    );
  }
}

function checkProperty(
  typeName: string,
  name: string,
  content: unknown,
  writable: readonly string[],
): void {
  const property = findProperty(graphSchema, typeName, name);
  if (property === undefined) {
    const isLink = graphSchema.types[typeName]?.navigation.includes(name) ?? false;
    throw badRequest(
      isLink
        ? `The navigation property '${name}' cannot be written with its ${typeName}.`
        : `The request is invalid: The property '${name}' does not exist on type 'microsoft.graph.${typeName}'. Make sure to only use property names that are defined by the type.`,
    );
  }
  if (!writable.includes(name)) {
    throw badRequest(`The property '${name}' of 'microsoft.graph.${typeName}' is read-only here.`);
  }
  const problem = findTypeProblem(property.type, property.nullable, content);
  if (problem !== undefined) {
    throw badRequest(`The request is invalid: the property '${name}' ${problem}.`);
  }
}

/** Why a value is not of a type of the schema; `undefined` when it is. */
export function findTypeProblem(
  type: string,
  nullable: boolean,
  value: unknown,
): string | undefined {
  if (value === null) return nullable ? undefined : 'must not be null';
  const item = /^Collection\((.*)\)$/.exec(type)?.[1];
  if (item !== undefined) {
    if (!Array.isArray(value)) return 'must be an array';
    return value
      .map((entry: unknown) => findTypeProblem(item, false, entry))
      .find((problem) => problem !== undefined);
  }
  switch (type) {
    case 'Edm.String':
      return typeof value === 'string' ? undefined : 'must be a string';
    case 'Edm.Guid':
      return typeof value === 'string' && GUID.test(value) ? undefined : 'must be a GUID';
    case 'Edm.Binary':
      return typeof value === 'string' && BASE64.test(value) ? undefined : 'must be base64';
    case 'Edm.Boolean':
      return typeof value === 'boolean' ? undefined : 'must be true or false';
    case 'Edm.Int32':
      return Number.isInteger(value) && Math.abs(Number(value)) <= INT32_MAX
        ? undefined
        : 'must be a 32-bit integer';
    case 'Edm.Int64':
      return Number.isSafeInteger(value) ? undefined : 'must be a 64-bit integer';
    case 'Edm.TimeOfDay':
      return typeof value === 'string' && TIME_OF_DAY.test(value)
        ? undefined
        : 'must be a time of day';
    case 'Edm.Double':
      return typeof value === 'number' ? undefined : 'must be a number';
    case 'Edm.Date':
      return typeof value === 'string' && DATE.test(value) ? undefined : 'must be a date';
    case 'Edm.DateTimeOffset':
      return typeof value === 'string' && DATE_TIME.test(value) && !Number.isNaN(Date.parse(value))
        ? undefined
        : 'must be a date and time with offset';
    default:
      return findNamedTypeProblem(type, value);
  }
}

/** Clients write `HTML` and `Text` as the service did in its first version; both are taken. */
function spelled(type: string, value: string): string {
  return type === 'bodyType' ? value.toLowerCase() : value;
}

function findNamedTypeProblem(type: string, value: unknown): string | undefined {
  const members = graphSchema.enums[type];
  if (members !== undefined) {
    return typeof value === 'string' && members.includes(spelled(type, value))
      ? undefined
      : `must be one of ${members.join(', ')}`;
  }
  const declared = graphSchema.types[type];
  if (declared === undefined) return `has the type ${type}, which this service does not know`;
  if (!isObject(value)) return 'must be an object';
  for (const [name, content] of Object.entries(value)) {
    if (name.includes('@')) continue;
    const property = findProperty(graphSchema, type, name);
    if (property === undefined) {
      if (declared.open === true) continue;
      return `has no member '${name}'`;
    }
    const problem = findTypeProblem(property.type, property.nullable, content);
    if (problem !== undefined) return `has a member '${name}' that ${problem}`;
  }
  return undefined;
}
