import { badRequest } from '../../graph/graph-failure.js';
import { wantsRepresentation, type GraphAnswer, type GraphCall } from '../../graph/exchange.js';
import { graphSchema } from '../../schema/graph-schema.js';
import { findProperty } from '../../schema/schema.js';

export interface EntityView {
  readonly typeName: string;
  /** What follows `$metadata#`, for instance planner/tasks/$entity. */
  readonly context: string;
  /** The entity's JSON text. */
  readonly row: string;
}

export function entityAnswer(call: GraphCall, view: EntityView): GraphAnswer {
  return { status: 200, body: withContext(call, view) };
}

export function createdAnswer(call: GraphCall, view: EntityView, path: string): GraphAnswer {
  return {
    status: 201,
    headers: { Location: `${call.root}/${path}` },
    body: withContext(call, view),
  };
}

/** A PATCH answers nothing unless the caller prefers to see what became of the object. */
export function updatedAnswer(call: GraphCall, view: () => EntityView): GraphAnswer {
  if (!wantsRepresentation(call)) return { status: 204 };
  return {
    status: 200,
    headers: { 'Preference-Applied': 'return=representation' },
    body: withContext(call, view()),
  };
}

export const deletedAnswer: GraphAnswer = { status: 204 };

export interface ListView {
  readonly typeName: string;
  readonly rows: readonly string[];
  readonly total: number;
  readonly nextLink?: string;
}

/** Planner ignores $top, $skip, $filter and $orderby; $select works. */
export function listAnswer(call: GraphCall, view: ListView): GraphAnswer {
  const select = readSelect(call, view.typeName);
  const rows = select === undefined ? view.rows : view.rows.map((row) => pick(row, select));
  const context = `${call.root}/$metadata#Collection(microsoft.graph.${view.typeName})`;
  const next =
    view.nextLink === undefined ? '' : `"@odata.nextLink":${JSON.stringify(view.nextLink)},`;
  return {
    status: 200,
    body: `{"@odata.context":${JSON.stringify(context)},"@odata.count":${view.total},${next}"value":[${rows.join(',')}]}`,
  };
}

function withContext(call: GraphCall, view: EntityView): string {
  const select = readSelect(call, view.typeName);
  const row = select === undefined ? view.row : pick(view.row, select);
  const context = JSON.stringify(`${call.root}/$metadata#${view.context}`);
  return `{"@odata.context":${context},${row.slice(1)}`;
}

function readSelect(call: GraphCall, typeName: string): readonly string[] | undefined {
  const text = call.query.get('$select');
  if (text === null || text.trim() === '') return undefined;
  const names = text.split(',').map((name) => name.trim());
  if (names.includes('*')) return undefined;
  for (const name of names) {
    if (findProperty(graphSchema, typeName, name) === undefined) {
      throw badRequest(
        `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type 'microsoft.graph.${typeName}'.`,
      );
    }
  }
  return names;
}

function pick(row: string, names: readonly string[]): string {
  const entity = JSON.parse(row) as Record<string, unknown>;
  const picked: Record<string, unknown> = {};
  for (const name of ['@odata.etag', ...names, 'details']) {
    if (entity[name] !== undefined) picked[name] = entity[name];
  }
  return JSON.stringify(picked);
}
