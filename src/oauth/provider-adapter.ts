import { Provider, errors, type Adapter, type AdapterFactory } from 'oidc-provider';
import { ProblemError } from '../domain/problem.js';
import { withRedis } from '../tasks/redis-problem.js';
import type { Connections } from './connections.js';
import type { ModelStore } from './model-store.js';
import type { Registrations } from './registrations.js';

/** A refresh token that was used up a moment ago: the answer to its first use is given once more. */
export class RepeatedRefresh extends errors.InvalidGrant {}

/** Redis is away: the host may come again, and nothing is wrong with what it has. */
class StoreAway extends errors.OIDCProviderError {
  constructor(cause: unknown) {
    super(503, 'temporarily_unavailable', { cause });
    this.error_description = 'the store of this server is away; come again in a moment';
    this.expose = true;
  }
}

/** So long a refresh may be repeated (ms): its answer may have been lost, or two windows of a host may ask at once. */
export const repeatMs = 10_000;

const revocable: ReadonlySet<string> = new Set([
  'AccessToken',
  'AuthorizationCode',
  'RefreshToken',
]);

/** What oidc-provider asks of storage, in our Redis. */
export function createAdapterFactory(deps: {
  readonly models: ModelStore;
  readonly registrations: Registrations;
  readonly connections: Pick<Connections, 'end'>;
  readonly now: () => number;
}): AdapterFactory {
  const { models, registrations, connections, now } = deps;
  return (model) =>
    withStore(model === 'Client' ? createClientAdapter(registrations) : createModelAdapter(model));

  function createModelAdapter(model: string): Adapter {
    return {
      upsert: (id, payload, expiresIn) =>
        models.keep(model, id, { payload, seconds: expiresIn ?? null }),
      async find(id) {
        const payload = await models.find(model, id);
        if (payload === undefined && model === 'RefreshToken') await judgeUsedUp(id);
        return payload;
      },
      async findByUid(uid) {
        const idHash = await models.sessionOf(uid);
        return idHash === null ? undefined : models.findByHash(model, idHash);
      },
      async consume(id) {
        const consumption = await models.consume(model, id);
        if (consumption.kind === 'first') return;
        if (consumption.kind === 'again') {
          if (model === 'RefreshToken' && now() - consumption.at < repeatMs)
            throw new RepeatedRefresh();
          // Used twice at once: one of the two has stolen it.
          if (consumption.grantId !== null) await connections.end(consumption.grantId);
        }
        throw new errors.InvalidGrant('used up already');
      },
      async destroy(id) {
        if (model === 'Grant') await connections.end(id);
        else await models.forget(model, id);
      },
      async revokeByGrantId(grantId) {
        if (revocable.has(model)) await connections.end(grantId);
      },
      findByUserCode: notOffered,
    };
  }

  /** A refresh token that counts no more because it was used: asked for again, it ends the connection that it came of. */
  async function judgeUsedUp(id: string): Promise<void> {
    const used = await models.usedUp('RefreshToken', id);
    if (used === null) return;
    const { route, client } = Provider.ctx?.oidc ?? {};
    if (route === 'token' && now() - used.at < repeatMs) throw new RepeatedRefresh();
    const isTheirs = used.clientId === null || used.clientId === client?.clientId;
    if (isTheirs && used.grantId !== null) await connections.end(used.grantId);
  }
}

function guard<Args extends unknown[], Result>(
  work: (...args: Args) => Promise<Result>,
): (...args: Args) => Promise<Result> {
  return (...args) =>
    withRedis(() => work(...args)).catch((error: unknown) => {
      throw error instanceof ProblemError ? new StoreAway(error) : error;
    });
}

function withStore(adapter: Adapter): Adapter {
  return {
    upsert: guard(adapter.upsert),
    find: guard(adapter.find),
    findByUid: guard(adapter.findByUid),
    findByUserCode: guard(adapter.findByUserCode),
    consume: guard(adapter.consume),
    destroy: guard(adapter.destroy),
    revokeByGrantId: guard(adapter.revokeByGrantId),
  };
}

function createClientAdapter(registrations: Registrations): Adapter {
  return {
    upsert: (id, payload) => registrations.keep(id, payload),
    find: (id) => registrations.find(id),
    destroy: (id) => registrations.forget(id),
    findByUid: notOffered,
    findByUserCode: notOffered,
    consume: notOffered,
    revokeByGrantId: notOffered,
  };
}

async function notOffered(): Promise<never> {
  throw new Error('Not part of what is offered');
}
