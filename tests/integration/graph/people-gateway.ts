import { pino } from 'pino';
import { GraphError } from '../../../src/domain/graph-error.js';
import type { PlannerClient } from '../../../src/domain/planner.js';
import { gatewayOf } from '../../../src/graph/gateway/gateway-of.js';
import { accountOfId, personOf } from '../../../src/graph/gateway/graph-account.js';
import { createGraphGateway, type GraphGateway } from '../../../src/graph/gateway/graph-gateway.js';
import { createPlannerClient } from '../../../src/graph/planner/planner-client.js';
import { createAppToken } from '../../support/app-token.js';
import type { GraphLab, Person } from './graph-lab.js';

/** A way to Graph for the app and for the people of the lab, with the tokens that the emulator gave them. */
export interface PeopleGateway {
  readonly gateway: GraphGateway;
  readonly plannerOf: (accountId: string) => PlannerClient;
  /** How often a token of the account was asked for. */
  asked(accountId: string): number;
  /** From now on Microsoft wants them to sign in again; `found` is what happens when that is found out. */
  lock(accountId: string, found?: () => Promise<void>): void;
  unlock(accountId: string): void;
}

export function accountIdOfPerson(graph: GraphLab, { id }: Person): string {
  return `${id}.${graph.emulator.tenantId}`;
}

export function openPeopleGateway(
  graph: GraphLab,
  /** Default: with the tokens that the emulator gave them. */
  people: readonly Person[] = graph.people,
): PeopleGateway {
  const { emulator } = graph;
  const appToken = createAppToken(emulator);
  const asked = new Map<string, number>();
  const locked = new Map<string, () => Promise<void>>();
  const gateway = createGraphGateway({
    baseUrl: emulator.graphUrl,
    getToken: async (request) => {
      const { account } = request;
      const id = account.kind === 'app' ? 'app' : account.id;
      asked.set(id, (asked.get(id) ?? 0) + 1);
      if (account.kind === 'app') return appToken(request);
      const person = people.find((one) => one.id === personOf(account));
      const found = locked.get(id);
      if (person === undefined || found !== undefined) {
        await found?.();
        throw reauthRequired();
      }
      return person.accessToken;
    },
    httpTimeoutMs: 10_000,
    logger: pino({ level: 'silent' }),
    random: () => 0,
  });
  return {
    gateway,
    plannerOf: (accountId) => createPlannerClient(gatewayOf(gateway, accountOfId(accountId))),
    asked: (accountId) => asked.get(accountId) ?? 0,
    lock: (accountId, found = async () => {}) => void locked.set(accountId, found),
    unlock: (accountId) => void locked.delete(accountId),
  };
}

function reauthRequired(): GraphError {
  return new GraphError({
    code: 'reauth_required',
    message: 'Microsoft wants the person to sign in again',
    status: null,
    advice: 'Sign in again.',
    retryAfterMs: null,
    limit: null,
    requestId: null,
    applied: 'no',
  });
}
