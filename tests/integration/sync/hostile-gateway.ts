import type { GraphGateway } from '../../../src/graph/gateway/graph-gateway.js';

type Entity = Record<string, unknown>;

/**
 * A Graph that is not as documented: every task and every details object of its answers goes through the given functions
 * on its way to the product. The emulator itself is as strict as Graph and sends nothing odd.
 */
export function hostileGateway(
  gateway: GraphGateway,
  tamper: {
    readonly task?: (task: Entity) => Entity;
    readonly details?: (details: Entity) => Entity;
  },
): GraphGateway {
  const { task = same, details = same } = tamper;
  return {
    ...gateway,
    async send(request) {
      const response = await gateway.send(request);
      const [path = ''] = request.path.split('?', 1);
      return { ...response, body: changed(path, response.body) };
    },
  };

  function changed(path: string, body: unknown): unknown {
    if (!isEntity(body)) return body;
    if (path.endsWith('/details')) return details(body);
    if (/^\/planner\/plans\/[^/]+\/tasks$/.test(path) && Array.isArray(body['value'])) {
      return { ...body, value: body['value'].map((one) => (isEntity(one) ? task(one) : one)) };
    }
    return /^\/planner\/tasks(\/[^/]+)?$/.test(path) ? task(body) : body;
  }
}

export function without(entity: Entity, property: string): Entity {
  return Object.fromEntries(Object.entries(entity).filter(([name]) => name !== property));
}

function same(entity: Entity): Entity {
  return entity;
}

function isEntity(value: unknown): value is Entity {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
