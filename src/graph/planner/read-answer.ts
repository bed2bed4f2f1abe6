import type { z } from 'zod';
import type { GraphGateway } from '../gateway/graph-gateway.js';
import type { GraphLane } from '../gateway/graph-request.js';
import { toOwnError } from '../gateway/graph-failure.js';
import { parseAnswer } from '../parse-answer.js';

/** One GET, whose answer must have the shape we rely on. Every failure is a GraphError. */
export type ReadAnswer = <Schema extends z.ZodType>(
  path: string,
  schema: Schema,
) => Promise<z.infer<Schema>>;

/** `lane`: who waits for the answers. */
export function createReadAnswer(gateway: Pick<GraphGateway, 'send'>, lane: GraphLane): ReadAnswer {
  return async (path, schema) => {
    const { body } = await gateway.send({ method: 'GET', path, lane });
    return parseAnswer(schema, body, 'no');
  };
}

/** The path of the page after the one at `path`; null on the last. A link back to the same page would never end. */
export function nextPath(
  { toPath }: Pick<GraphGateway, 'toPath'>,
  page: { readonly '@odata.nextLink'?: string | null | undefined },
  path: string,
): string | null {
  const link = page['@odata.nextLink'];
  if (link == null) return null;
  const next = toPath(link);
  if (next === path) throw toOwnError('unexpected', 'A page of Planner names itself as the next');
  return next;
}
