import type { GraphAccount } from './graph-account.js';
import type { GraphGateway } from './graph-gateway.js';

/** The same gateway in the name of an account: whatever is sent through it is the account's. */
export function gatewayOf<Gateway extends Pick<GraphGateway, 'send'>>(
  gateway: Gateway,
  account: GraphAccount,
): Gateway {
  return { ...gateway, send: (request) => gateway.send({ ...request, account }) };
}
