import * as z from 'zod';
import type { GraphAccount } from '../../graph/gateway/graph-account.js';
import type { GraphGateway } from '../../graph/gateway/graph-gateway.js';

const profile = z.object({
  displayName: z.string().nullable().catch(null),
  mail: z.string().nullable().catch(null),
  userPrincipalName: z.string().nullable().catch(null),
});

export type PersonProfile = z.infer<typeof profile>;

/** Who an account is, as Graph says. Rejects with a GraphError. https://learn.microsoft.com/graph/api/user-get */
export function createReadProfile(gateway: Pick<GraphGateway, 'send'>) {
  return async (account: GraphAccount): Promise<PersonProfile> => {
    const { body } = await gateway.send({
      method: 'GET',
      path: '/me?$select=displayName,mail,userPrincipalName',
      account,
      lane: 'waiting',
    });
    return profile.parse(body);
  };
}
