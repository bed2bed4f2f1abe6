import { GraphError } from '../../domain/graph-error.js';
import type { GraphGateway } from '../gateway/graph-gateway.js';
import { immutableIds } from '../mail/mailbox.js';
import { toRequestPath, type ResourcePath } from './resource-path.js';
import { shapeOf } from './resource-shape.js';
import { toResourceState, type ResourceState } from './resource-state.js';

export type ReadOutcome =
  | { readonly kind: 'read'; readonly state: ResourceState }
  | { readonly kind: 'gone' }
  /** Graph will not give it to us, however often it is asked. */
  | { readonly kind: 'refused'; readonly code: string }
  /** Graph cannot be asked now. */
  | { readonly kind: 'later'; readonly error: GraphError };

/** Reads single resources for the sync lane; those asked for in one turn share a request. */
export interface ResourceReader {
  read(path: ResourcePath): Promise<ReadOutcome>;
}

export function createResourceReader(gateway: Pick<GraphGateway, 'send'>): ResourceReader {
  return {
    async read(path) {
      const shape = shapeOf(path);
      const query = shape?.canSelect === true ? `?$select=${shape.properties.join(',')}` : '';
      try {
        const { body } = await gateway.send({
          method: 'GET',
          path: `${toRequestPath(path)}${query}`,
          lane: 'sync',
          ...(shape?.hasImmutableId === true && { headers: immutableIds }),
        });
        const state = toResourceState(body, shape);
        return state === null ? { kind: 'refused', code: 'unexpected' } : { kind: 'read', state };
      } catch (error) {
        if (error instanceof GraphError) return afterError(error);
        throw error;
      }
    },
  };
}

function afterError(error: GraphError): ReadOutcome {
  switch (error.code) {
    case 'not_found':
      return { kind: 'gone' };
    case 'unauthorized':
    case 'reauth_required':
    case 'throttled':
    case 'unavailable':
    case 'failed_dependency':
    case 'timeout':
    case 'unreachable':
    case 'cancelled':
      return { kind: 'later', error };
    default:
      return { kind: 'refused', code: error.code };
  }
}
