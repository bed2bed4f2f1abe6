import type { GraphCall } from '../graph/exchange.js';
import { graphSchema } from '../schema/graph-schema.js';
import { findProperty } from '../schema/schema.js';
import type { Entity, EntityKind } from './entity.js';

/** The properties of `$select`; `undefined` when everything is wanted. */
export function readSelect(call: GraphCall, kind: EntityKind): readonly string[] | undefined {
  return parseSelect(call.query.get('$select'), kind);
}

export function parseSelect(text: string | null, kind: EntityKind): readonly string[] | undefined {
  if (text === null || text.trim() === '') return undefined;
  const names = text.split(',').map((name) => name.trim());
  if (names.includes('*')) return undefined;
  for (const name of names) {
    if (findProperty(graphSchema, kind.typeName, name) === undefined) {
      throw kind.badQuery(
        `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type 'microsoft.graph.${kind.typeName}'.`,
      );
    }
  }
  return names;
}

/** An entity keeps its annotations and its id whatever is selected; `expanded` stays too. */
export function project(
  entity: Entity,
  names: readonly string[] | undefined,
  expanded: readonly string[] = [],
): Entity {
  if (names === undefined) return entity;
  return Object.fromEntries(
    Object.entries(entity).filter(
      ([name]) =>
        name === 'id' || name.startsWith('@') || names.includes(name) || expanded.includes(name),
    ),
  );
}
