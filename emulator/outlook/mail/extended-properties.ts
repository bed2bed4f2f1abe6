import { isObject } from '../../schema/check-value.js';
import { badOutlookBody } from '../outlook-failures.js';

/** A property of an app's own: https://learn.microsoft.com/graph/api/resources/singlevaluelegacyextendedproperty */
export type ExtendedProperty = { readonly id: string; readonly value: string };

export const EXTENDED = 'singleValueExtendedProperties';

/** `{type} {guid} Name {name}`, `{type} {guid} Id 0x…`, and for properties of MAPI's own `{type} 0x…`. */
const ID =
  /^(?:String|Integer|Boolean|SystemTime|CLSID|Double|Long|Short|Binary)(?: \{[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\} (?:Name .+|Id 0x[\da-f]{1,8})| 0x[\da-f]{1,8})$/i;

/** Those that a request's body gives, beside those that are there. */
export function readExtendedProperties(
  given: unknown,
  there: readonly ExtendedProperty[] = [],
): readonly ExtendedProperty[] {
  if (!Array.isArray(given)) throw badOutlookBody(`The property '${EXTENDED}' must be an array.`);
  const properties = new Map(there.map((property) => [property.id.toLowerCase(), property]));
  for (const each of given as readonly unknown[]) {
    const { id, value } = isObject(each) ? each : {};
    if (typeof id !== 'string' || !ID.test(id)) {
      throw badOutlookBody('The property ID or type is not valid for an extended property.');
    }
    if (typeof value !== 'string') {
      throw badOutlookBody(`The extended property '${id}' needs a value.`);
    }
    properties.set(id.toLowerCase(), { id, value });
  }
  return [...properties.values()];
}
