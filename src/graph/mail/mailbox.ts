import type { GraphGateway } from '../gateway/graph-gateway.js';

/** A person's mail, seen by an account. */
export interface Mailbox {
  readonly graph: Pick<GraphGateway, 'send'>;
  /** `/users/{id}` */
  readonly path: string;
}

/**
 * Goes with every request, so that a message keeps its id when it is moved or sent:
 * https://learn.microsoft.com/graph/outlook-immutable-id
 */
export const immutableIds = { Prefer: 'IdType="ImmutableId"' } as const;
