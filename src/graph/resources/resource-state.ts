import type { ResourceShape } from './resource-shape.js';

/** A resource as Graph has it now. */
export interface ResourceState {
  /** Graph's own property names, without OData's annotations; null: too long to be told. */
  readonly data: Readonly<Record<string, unknown>> | null;
  /** Changes with every change; only ever compared. */
  readonly etag: string | null;
  /** ms since the epoch; null where Graph does not say. */
  readonly modifiedAt: number | null;
}

/** Longer JSON is not handed to every listener. */
const longestData = 64 * 1024;

/** What is told of an entity, as GET or a rich notification gives it; null for what is none. */
export function toResourceState(
  entity: unknown,
  shape: ResourceShape | null,
): ResourceState | null {
  if (!isObject(entity)) return null;
  const whole = withoutAnnotations(entity);
  const data =
    shape === null
      ? whole
      : Object.fromEntries(
          shape.properties.flatMap((name) =>
            Object.hasOwn(whole, name) ? [[name, whole[name]]] : [],
          ),
        );
  const { '@odata.etag': odataEtag, etag, lastModifiedDateTime } = entity;
  const modified =
    typeof lastModifiedDateTime === 'string' ? Date.parse(lastModifiedDateTime) : Number.NaN;
  return {
    data: JSON.stringify(data).length > longestData ? null : data,
    etag: textOf(odataEtag) ?? textOf(etag),
    modifiedAt: Number.isFinite(modified) ? modified : null,
  };
}

/** Etags and links of OData stay inside. */
function withoutAnnotations(entity: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(entity)
      .filter(([name]) => !name.includes('@odata.'))
      .map(([name, value]) => [name, cleaned(value)]),
  );
}

function cleaned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cleaned);
  return isObject(value) ? withoutAnnotations(value) : value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
