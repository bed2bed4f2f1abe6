import type { GraphAnswer, GraphCall } from './exchange.js';
import type { GraphRoute } from './route.js';

/** An operation of a service: its state and rules, the request, and the ids of the path in their order. */
export type Operation<Service> = (
  service: Service,
  call: GraphCall,
  ids: readonly string[],
) => GraphAnswer;

/** Makes routes of a service's operations: `on('teams/{id}/channels', { GET: listChannels })`. */
export function routesOf<Service>(
  service: Service,
): (path: string, methods: Readonly<Record<string, Operation<Service>>>) => GraphRoute {
  return (path, methods) => ({
    path: path.split('/'),
    methods: Object.fromEntries(
      Object.entries(methods).map(([method, operate]) => [
        method,
        (call: GraphCall, _id: string, ids: readonly string[]) => operate(service, call, ids),
      ]),
    ),
  });
}
