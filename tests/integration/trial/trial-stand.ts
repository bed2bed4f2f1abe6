import { createKeys } from '../../../src/tasks/keys.js';
import { loadFunctions } from '../../../src/tasks/load-functions.js';
import { openSignedIn } from '../accounts/signed-in.js';
import { startApprovalLab, type ApprovalLab } from '../approvals/approval-lab.js';
import { graphLabOf } from '../graph/graph-lab.js';
import { nextClient } from '../mcp/mcp-clients.js';
import { openSyncLab, type SyncLab } from '../sync/sync-lab.js';
import { openRestDoor } from '../workplace/doors.js';
import type { Workplace } from '../workplace/start-workplace.js';
import type { Job } from './job.js';
import { rowsOf, textOf, type Json } from './json.js';

type Assistant = Job['of'];

/** Maya's and Jonas's assistants at one server, and the company around them. */
export interface TrialStand {
  readonly place: Pick<Workplace, 'person' | 'control'>;
  /** What Graph shows that person. */
  read(name: string, path: string): Promise<Json>;
  rows(name: string, path: string): Promise<readonly Json[]>;
  /** What that person does at Microsoft, as far as Graph has it. */
  write(name: string, method: string, path: string, body?: object): Promise<Json>;
  remove(name: string, path: string): Promise<void>;
  /** What that person does beside Graph. */
  act(name: string, action: string, input?: object): Promise<void>;
  /** The tasks of a plan, by its title, as Maya sees them. */
  tasksOf(plan: string): Promise<readonly Json[]>;
  /** As a person does it on the page. */
  decide(decision: 'approve' | 'refuse', comment?: string): Promise<void>;
  /** What somebody else with a key has the server do. */
  askServer(operation: string, args: Record<string, unknown>): Promise<void>;
  /** What a worker does all the time: brings what waits to Planner, unless sync is paused. */
  sync(): Promise<void>;
  connect(
    job: Pick<Job, 'of' | 'profile'>,
    era: 'legacy' | { pin: string },
  ): ReturnType<typeof nextClient>;
  close(): Promise<void>;
}

const secrets = {
  Maya: `maya-${'m'.repeat(40)}`,
  Jonas: `jonas-${'j'.repeat(40)}`,
  person: `person-${'p'.repeat(40)}`,
} as const;

export async function startTrialStand(): Promise<TrialStand> {
  const lab = await startApprovalLab({
    signedIn: ['Maya'],
    owner: 'key:maya',
    headers: authorization('person'),
    env: {
      AUTH_MODE: 'api-key',
      API_KEYS: `maya:${secrets.Maya},jonas:${secrets.Jonas},person:${secrets.person}`,
      APPROVALS: 'all:ask;maya=all:never',
    },
  });
  await signInJonas(lab);
  const { place } = lab;
  const door = openRestDoor(place.server.origin, authorization('person'));
  let syncLab: SyncLab | null = null;

  const write = async (name: string, method: string, path: string, body?: object) => {
    const answer = await place.graph(name, method, path, body);
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
    return answer.body as unknown as Json;
  };
  const read = (name: string, path: string) => write(name, 'GET', path);
  const rows = async (name: string, path: string) => rowsOf(await read(name, path), 'value');
  return {
    place,
    read,
    rows,
    write,
    async remove(name, path) {
      const etag = textOf(await read(name, path), '@odata.etag');
      const { status } = await place.removeFromPlanner(name, path, etag);
      if (status >= 400) throw new Error(`DELETE ${path}: ${status}`);
    },
    async act(name, action, input = {}) {
      const { id } = place.person(name);
      const answer = await place.control('POST', `/people/${id}/actions`, { action, ...input });
      if (answer['error'] !== undefined) throw new Error(JSON.stringify(answer));
    },
    async tasksOf(plan) {
      const plans = (await place.control('GET', '/plans'))['plans'] as readonly Json[];
      const id = plans.find((one) => textOf(one, 'title') === plan);
      return rows('Maya', `/planner/plans/${textOf(id, 'id')}/tasks`);
    },
    async decide(decision, comment) {
      const { value } = await door.call('approvals_list', { state: 'open' });
      const [approval] = rowsOf(value, 'approvals');
      const args = {
        id: textOf(approval, 'id'),
        decision,
        ...(comment !== undefined && { comment }),
      };
      const { problem, isError } = await door.call('approvals_decide', args);
      if (isError) throw new Error(JSON.stringify(problem));
    },
    async askServer(operation, args) {
      const { problem, isError } = await door.call(operation, args);
      if (isError) throw new Error(JSON.stringify(problem));
    },
    async sync() {
      syncLab ??= await openSync(lab);
      await syncLab.settle();
    },
    connect: ({ of, profile }, era) =>
      nextClient(place.server.origin, era, authorization(of), `/mcp/${profile}`),
    async close() {
      syncLab?.leave();
      await lab.close();
    },
  };
}

function authorization(who: Assistant | 'person'): Record<string, string> {
  return { Authorization: `Bearer ${secrets[who]}` };
}

/** Of his assistant only, so that each has one account and names none. */
async function signInJonas({ place, namespace }: ApprovalLab): Promise<void> {
  const accounts = openSignedIn({
    redis: place.server.redis,
    keys: createKeys(namespace),
    call: await loadFunctions(place.server.redis),
  });
  await accounts.signIn({
    id: place.accountOf('Jonas'),
    owner: 'key:jonas',
    userName: 'jonas.lindqvist@tandem.example',
    accessToken: place.person('Jonas').accessToken,
  });
}

async function openSync({ place, namespace }: ApprovalLab): Promise<SyncLab> {
  const graph = await graphLabOf(place.emulator);
  const id = place.emulator.defaultPlanId;
  return openSyncLab(graph, {}, { plan: { id, buckets: [] }, namespace });
}
