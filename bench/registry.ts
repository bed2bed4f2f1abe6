import { pino } from 'pino';
import { fullAccess, noPerson, type Caller } from '../src/domain/access/caller.js';
import { profileNames, readProfile, type Profile } from '../src/domain/tools/profile.js';
import { createCompletions } from '../src/mcp/completions/completions.js';
import { createMcpServer } from '../src/mcp/create-server.js';
import { createPrompts } from '../src/mcp/prompts/prompts.js';
import { createResources } from '../src/mcp/resources.js';
import { SingleExchange } from '../src/mcp/single-exchange.js';
import { createTools } from '../src/mcp/tools.js';
import { createGate } from '../src/operations/access/gate.js';
import type { Operation, OperationDeps } from '../src/operations/define-operation.js';
import { operations } from '../src/operations/registry.js';
import { compare, type Figure } from './figure.js';
import type { Measurement } from './measurement.js';
import { median } from './statistics.js';

const callsPerTurn = 1_500;
const listsPerTurn = 40;
const few = 10;

const caller: Caller = {
  actor: 'bench',
  kind: 'anonymous',
  owner: 'anonymous',
  keyId: null,
  ...noPerson,
  ...fullAccess,
};

/** What a call costs beside its own work, by how many operations there are; and a list of each profile. In process. */
export const registry: Measurement = {
  name: 'registry',
  title: 'a call with all operations registered, against ten',
  async run({ rounds, say }) {
    const many = serverOf(operations);
    const ten = serverOf(operations.slice(0, few));
    const name = operations[0]?.name ?? '';
    const times: { many: number; ten: number }[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      say(round === 0 ? 'warm-up' : `round ${round} of ${rounds}`);
      const turn = { many: await perCall(many, name), ten: await perCall(ten, name) };
      if (round > 0) times.push(turn);
    }
    return [
      compare({
        name: `tools/call among ${operations.length} operations`,
        measured: { value: median(times.map((turn) => turn.many)), unit: 'us' },
        baseline: {
          value: median(times.map((turn) => turn.ten)),
          unit: 'us',
          what: `the same among ${few}`,
        },
        ratio: median(times.map((turn) => turn.many / turn.ten)),
        rounds: times.map((turn) => turn.many / turn.ten),
        bound: { atMost: 1.2 },
      }),
      ...(await listFigures(many)),
    ];
  },
};

type Ask = (method: string, params: Record<string, unknown>, profile: Profile) => Promise<unknown>;

async function listFigures(ask: Ask): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  const whole = await perList(ask, profileOf('all'));
  for (const name of profileNames) {
    figures.push(
      compare({
        name: `tools/list, ${name}`,
        measured: { value: await perList(ask, profileOf(name)), unit: 'us' },
        baseline: { value: whole, unit: 'us', what: 'of all' },
        bound: { informative: true },
      }),
    );
  }
  return figures;
}

/** One request after the other, as the endpoint of the older era has them answered. */
function serverOf(some: readonly Operation[]): Ask {
  const logger = pino({ level: 'silent' });
  const quick = some.map((operation): Operation => ({
    ...operation,
    run: () => Promise.resolve({ status: 200, json: '{"id":"T1","title":"x"}' }),
  }));
  const gate = createGate({
    // No operation is run that would reach for them.
    operations: {} as OperationDeps,
    isReadOnly: false,
    takeRequest: null,
    audit: { note: () => undefined },
    findOperation: () => null,
    noteRefusal: () => undefined,
    now: Date.now,
  });
  const deps = {
    tools: createTools({ operations: quick, gate, logger, outputSchemas: false, results: 'both' }),
    resources: createResources(quick, gate),
    prompts: createPrompts(quick, gate),
    completions: createCompletions(quick, gate),
    version: 'bench',
    logger,
  };
  return async (method, params, profile) => {
    const server = createMcpServer(deps, {
      era: 'legacy',
      method,
      actor: 'bench',
      profile,
      origin: { caller, requestId: null, from: null, onStanding: () => undefined },
      onWanting: () => undefined,
    });
    const transport = new SingleExchange(() => undefined);
    await server.connect(transport);
    const answer = await transport.exchange({ jsonrpc: '2.0', id: 1, method, params });
    return JSON.stringify(answer);
  };
}

async function perCall(ask: Ask, name: string): Promise<number> {
  const profile = profileOf('all');
  return timed(callsPerTurn, () => ask('tools/call', { name, arguments: { title: 'x' } }, profile));
}

function perList(ask: Ask, profile: Profile): Promise<number> {
  return timed(listsPerTurn, () => ask('tools/list', {}, profile));
}

/** Microseconds of one. */
async function timed(count: number, work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  for (let done = 0; done < count; done += 1) await work();
  return ((performance.now() - startedAt) * 1_000) / count;
}

function profileOf(text: string): Profile {
  const profile = readProfile(text);
  if (profile === null) throw new Error(`There is no profile ${text}`);
  return profile;
}
