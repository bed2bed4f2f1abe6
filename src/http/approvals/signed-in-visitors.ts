import type { OauthConfig } from '../../config/oauth.js';
import { scopesOf } from '../../oauth/oauth-rules.js';
import type { OauthEndpoint } from '../oauth/oauth-endpoint.js';
import type { PageVisitors } from './page-visitor.js';

/** People who have signed in to Microsoft with this browser, as on `/account`. Operators decide for agents too. */
export function createSignedInVisitors(
  oauth: Pick<OauthEndpoint, 'readSession'>,
  settings: Pick<OauthConfig, 'personScopes' | 'operators'>,
): PageVisitors {
  return {
    signInPath: '/approvals/sign-in',
    async read(request, response) {
      const session = await oauth.readSession(request, response);
      if (session === null) return null;
      const { person, token } = session;
      const { oid, tid } = person.person;
      return {
        decider: {
          kind: 'person',
          owner: `person:${oid}.${tid}`,
          way: 'page',
          mayDecideForOthers: scopesOf(settings, person).includes('approvals:decide'),
          name: person.displayName ?? person.userName ?? person.accountId,
          keyId: null,
        },
        token,
        headers: [],
      };
    },
  };
}
