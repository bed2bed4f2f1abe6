import type { GraphAccount } from '../graph/gateway/graph-account.js';
import type { GraphGateway } from '../graph/gateway/graph-gateway.js';
import type { OperationCall } from './operation-call.js';

/** Microsoft Graph in the name of an account, until the call's own signal. Failures are GraphErrors. */
export type GraphFor = (account: GraphAccount, call: Pick<OperationCall, 'signal'>) => GraphGateway;

export function createGraphFor(gateway: GraphGateway): GraphFor {
  return (account, { signal }) => ({
    ...gateway,
    send: (request) =>
      gateway.send({
        lane: 'waiting',
        ...request,
        account,
        ...(signal !== undefined && { signal: signal() }),
      }),
  });
}
