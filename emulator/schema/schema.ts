/** The shape of the cut of Microsoft Graph's schema (CSDL) that the emulator knows. */
export interface Schema {
  readonly types: Readonly<Record<string, SchemaType>>;
  readonly enums: Readonly<Record<string, readonly string[]>>;
}

interface SchemaType {
  readonly base?: string;
  /** Open types take any further property; Planner's own rules for their keys and values are in `planner/maps`. */
  readonly open?: boolean;
  readonly properties: Readonly<Record<string, SchemaProperty>>;
  readonly navigation: readonly string[];
}

export interface SchemaProperty {
  /** `Edm.String`, `Edm.Int32`, … or the name of a type or enum of the schema. */
  readonly type: string;
  readonly nullable: boolean;
}

/** The property of a type or of the types it is based on. */
export function findProperty(
  schema: Schema,
  typeName: string,
  property: string,
): SchemaProperty | undefined {
  let type = schema.types[typeName];
  while (type !== undefined) {
    if (Object.hasOwn(type.properties, property)) return type.properties[property];
    type = type.base === undefined ? undefined : schema.types[type.base];
  }
  return undefined;
}
