import { createKeys } from '../../../../src/tasks/keys.js';
import type { Door } from '../doors.js';
import type { Workplace } from '../start-workplace.js';
import { signerOf } from './stand-values.js';
import { textIn } from '../through.js';
import { textOf, type Answers } from './reference.js';
import type { Arrangement } from './step.js';

/** Does what others do before a call. */
export async function arrange(
  place: Workplace,
  arrangement: Arrangement,
  { name, told }: { readonly name: Door['name']; readonly told: Answers },
): Promise<void> {
  switch (arrangement.kind) {
    case 'person signs in':
      return signIn(place, textOf(arrangement.authUrl, told), signerOf(name));
    case 'conflict':
      return writeConflict(place, textOf(arrangement.task, told));
    case 'plan stops':
      return stopPlan(place, textOf(arrangement.plan, told));
    case 'approval is done':
      return untilDone(place, textOf(arrangement.id, told));
  }
}

/** The person at Microsoft's pages, and the browser that comes back from there. */
async function signIn(place: Workplace, url: string, person: string): Promise<void> {
  const answer = await place.control('POST', '/sign-in', { url, person, consent: 'accept' });
  await fetch(String(answer['redirectUrl']));
}

/** As sync writes it down where a person and an agent changed the same. */
async function writeConflict({ server, person }: Workplace, taskId: string): Promise<void> {
  const { id: personId } = person('Jonas');
  const fields = {
    task_id: taskId,
    field: 'title',
    base: '"Write the release notes"',
    agent: '"Release notes"',
    planner: '"Notes of the release"',
    winner: 'agent',
    rule: 'later',
    at: new Date().toISOString(),
    agent_id: 'anonymous',
    agent_at: String(Date.now()),
    person_id: personId,
    person_to: String(Date.now()),
  };
  const flat = Object.entries(fields).flatMap(([key, value]) => [key, value]);
  await server.redis.xadd(createKeys(server.namespace).conflicts, '*', ...flat);
}

/** As sync does it where too many tasks are gone at once. */
async function stopPlan({ server }: Workplace, planId: string): Promise<void> {
  const limits = { percent: 0, tasks: 1, windowMs: 600_000 };
  const payload = JSON.stringify({ planId, missing: ['planner-1', 'planner-2'], limits });
  await server.redis.fcall('tandem_plan_judge_v1', 1, server.namespace, payload);
}

async function untilDone({ doors }: Workplace, id: string): Promise<void> {
  const answer = await doors[0]?.call('approvals_wait', { id, timeoutSeconds: 20 });
  if (textIn(answer?.value['approval'], 'state') === 'done') return;
  throw new Error(JSON.stringify(answer?.value));
}
