import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { GraphAccount } from '../../../src/graph/gateway/graph-account.js';
import type { TokenRequest } from '../../../src/graph/gateway/http-chain.js';
import { GraphError } from '../../../src/domain/graph-error.js';
import {
  batchReply,
  itemsOf,
  startFakeGraph,
  type FakeGraph,
  type Received,
} from './fake-graph.js';

const started: FakeGraph[] = [];

afterEach(async () => {
  await Promise.all(started.splice(0).map((graph) => graph.close()));
});

const app: GraphAccount = { kind: 'app' };
const maya: GraphAccount = { kind: 'delegated', id: 'maya.t' };
const leo: GraphAccount = { kind: 'delegated', id: 'leo.t' };
const mayaHerself: GraphAccount = {
  kind: 'on_behalf_of',
  id: 'maya.t',
  assertion: () => 'her token',
};
/** She has signed in at another program as well. */
const mayaElsewhere: GraphAccount = { ...mayaHerself, assertion: () => 'her other token' };

/** The token names the account, so the server can tell who asks. */
function tokenOf({ account, fresh = false, claims }: TokenRequest): string {
  const sent = account.kind === 'on_behalf_of' ? `:${account.assertion()}` : '';
  const name = account.kind === 'app' ? 'app' : `${account.kind}:${account.id}${sent}`;
  return `${name}:${String(fresh)}:${claims ?? ''}`;
}

async function start(reply: Parameters<typeof startFakeGraph>[0], getToken = tokens().getToken) {
  const graph = await startFakeGraph(reply, { getToken });
  started.push(graph);
  return graph;
}

function tokens() {
  const asked: TokenRequest[] = [];
  return {
    asked,
    getToken: (request: TokenRequest) => {
      asked.push(request);
      return Promise.resolve(tokenOf(request));
    },
  };
}

function bearerOf({ headers }: Received): string {
  return (headers.authorization ?? '').replace(/^Bearer /, '');
}

/** Says who asked. */
function whoAsked(request: Received) {
  const bearer = bearerOf(request);
  return request.path.endsWith('/$batch')
    ? batchReply(request, () => ({ status: 200, body: { bearer } }))
    : { body: { bearer } };
}

describe('requests of different accounts', () => {
  it('never share a batch or a token, however they come', async () => {
    const graph = await start(whoAsked);
    const anAccount = fc.constantFrom(app, maya, leo, mayaHerself, mayaElsewhere);
    await fc.assert(
      fc.asyncProperty(fc.array(anAccount, { minLength: 1, maxLength: 60 }), async (accounts) => {
        const answers = await Promise.all(
          accounts.map((account, at) =>
            graph.gateway.send({ method: 'GET', path: `/me/x${String(at)}`, account }),
          ),
        );
        expect(answers.map(({ body }) => body)).toEqual(
          accounts.map((account) => ({ bearer: tokenOf({ account }) })),
        );
      }),
      { numRuns: 25 },
    );
    expect(graph.received.some(({ path }) => path.endsWith('/$batch'))).toBe(true);
  });

  it('take turns: one that asks much does not hold up another', async () => {
    const graph = await start(whoAsked);
    const many = Array.from({ length: 300 }, (_, at) =>
      graph.gateway.send({ method: 'GET', path: `/planner/tasks/${String(at)}`, account: maya }),
    );
    const one = graph.gateway.send({ method: 'GET', path: '/planner/tasks/x', account: leo });
    await Promise.all([...many, one]);
    expect(graph.received.map(bearerOf).indexOf(tokenOf({ account: leo }))).toBeLessThan(3);
  });

  it('fail apart: an account without a token takes no other with it', async () => {
    const lost = new GraphError({
      code: 'reauth_required',
      message: 'Leo must sign in again',
      status: null,
      advice: 'Sign in.',
      retryAfterMs: null,
      limit: null,
      requestId: null,
      applied: 'no',
    });
    const graph = await start(whoAsked, (request) =>
      request.account === leo ? Promise.reject(lost) : Promise.resolve(tokenOf(request)),
    );
    const ask = (account: GraphAccount) =>
      graph.gateway.send({ method: 'GET', path: '/me', account });
    const answers = await Promise.allSettled([ask(maya), ask(leo), ask(leo), ask(app)]);
    expect(answers.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'fulfilled',
    ]);
    expect(answers[1]).toMatchObject({ reason: { code: 'reauth_required' } });
  });
});

const claims = '{"access_token":{"nbf":{"essential":true,"value":"1604106651"}}}';
const challenge = {
  'WWW-Authenticate': `Bearer realm="", authorization_uri="https://login.example", error="insufficient_claims", claims="${Buffer.from(claims).toString('base64')}"`,
};

describe('a claims challenge', () => {
  it('is answered once with a token that holds the claims', async () => {
    const { asked, getToken } = tokens();
    const graph = await start(
      (request) =>
        bearerOf(request) === tokenOf({ account: maya, fresh: true, claims })
          ? { body: { done: true } }
          : { status: 401, headers: challenge },
      getToken,
    );
    const answer = await graph.gateway.send({ method: 'GET', path: '/me', account: maya });
    expect(answer.body).toEqual({ done: true });
    expect(asked).toEqual([{ account: maya }, { account: maya, fresh: true, claims }]);
  });

  it('of one item of a batch leads to a better token for that item alone', async () => {
    const { asked, getToken } = tokens();
    const graph = await start(
      (request) =>
        request.path.endsWith('/$batch')
          ? batchReply(request, ({ url }) =>
              url === '/me/guarded' ? { status: 401, headers: challenge } : { status: 200 },
            )
          : { body: { bearer: bearerOf(request) } },
      getToken,
    );
    const [, guarded] = await Promise.all(
      ['/me/open', '/me/guarded'].map((path) =>
        graph.gateway.send({ method: 'GET', path, account: maya }),
      ),
    );
    expect(guarded?.body).toEqual({ bearer: tokenOf({ account: maya, fresh: true, claims }) });
    expect(asked).toEqual([{ account: maya }, { account: maya, fresh: true, claims }]);
  });

  it('that comes again ends in an error that says nothing of the claims', async () => {
    const graph = await start((request) =>
      request.path.endsWith('/$batch')
        ? {
            body: {
              responses: itemsOf(request).map(({ id }) => ({
                id,
                status: 401,
                headers: challenge,
              })),
            },
          }
        : { status: 401, headers: challenge },
    );
    const error = await graph.gateway.send({ method: 'GET', path: '/me', account: maya }).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(GraphError);
    expect(error).toMatchObject({ code: 'unauthorized', status: 401 });
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toMatch(
      /nbf|essential|eyJ/,
    );
    expect(graph.received).toHaveLength(2);
  });

  it.each(['claims="not base64 of JSON"', `claims="${'A'.repeat(9_000)}"`, 'claims=""'])(
    'that cannot be read is answered with a fresh token all the same',
    async (words) => {
      const { asked, getToken } = tokens();
      const headers = { 'WWW-Authenticate': `Bearer error="insufficient_claims", ${words}` };
      const graph = await start(
        (_, count) => (count === 1 ? { status: 401, headers } : { body: { done: true } }),
        getToken,
      );
      await graph.gateway.send({ method: 'GET', path: '/me', account: maya });
      expect(asked).toEqual([{ account: maya }, { account: maya, fresh: true }]);
    },
  );
});
