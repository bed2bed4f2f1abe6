import { findTypeProblem } from '../../../emulator/schema/check-value.js';
import { graphSchema } from '../../../emulator/schema/graph-schema.js';
import { findProperty } from '../../../emulator/schema/schema.js';
import type { GraphJson } from './graph-fixture.js';

/** What an object holds that Microsoft's schema does not know or types otherwise. */
export function problemsOf(typeName: string, entity: GraphJson): string[] {
  return Object.entries(entity).flatMap(([name, value]) => {
    if (name.startsWith('@odata.')) return [];
    if (graphSchema.types[typeName]?.navigation.includes(name)) return [];
    const property = findProperty(graphSchema, typeName, name);
    if (property === undefined) return [`${name} is not in the schema`];
    const problem = findTypeProblem(property.type, property.nullable, value);
    return problem === undefined ? [] : [`${name} ${problem}`];
  });
}

/** Properties that the schema declares, for the type or one that it is based on, and an answer lacks. */
export function missingIn(typeName: string, entity: GraphJson): string[] {
  const type = graphSchema.types[typeName];
  const names = Object.keys(type?.properties ?? {});
  return [
    ...names.filter((name) => !Object.hasOwn(entity, name)),
    ...(type?.base === undefined ? [] : missingIn(type.base, entity)),
  ];
}
