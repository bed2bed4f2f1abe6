import type { GraphAnswer, GraphCall } from '../graph/exchange.js';
import type { Entity } from './entity.js';

/** One object; `context` is what follows `$metadata#`. */
export function entityAnswer(call: GraphCall, context: string, entity: Entity): GraphAnswer {
  return { status: 200, body: body(call, context, entity) };
}

/** A new object, with its address below the version. */
export function createdAnswer(
  call: GraphCall,
  context: string,
  created: { readonly path: string; readonly entity: Entity },
): GraphAnswer {
  return {
    status: 201,
    headers: { Location: `${call.root}/${created.path}` },
    body: body(call, context, created.entity),
  };
}

export const noContent: GraphAnswer = { status: 204 };
export const accepted: GraphAnswer = { status: 202 };

function body(call: GraphCall, context: string, entity: Entity): string {
  return JSON.stringify({ '@odata.context': `${call.root}/$metadata#${context}`, ...entity });
}
