import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEmulator, type Emulator } from '../../../emulator/create-emulator.js';
import { askForToken, text } from './graph-fixture.js';

let folder: string;
const running: Emulator[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-state-'));
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((emulator) => emulator.close()));
  rmSync(folder, { recursive: true, force: true });
});

async function start(name: string): Promise<Emulator> {
  const emulator = await createEmulator({ dataDir: join(folder, name), caDir: folder });
  running.push(emulator);
  return emulator;
}

async function stop(emulator: Emulator): Promise<void> {
  running.splice(running.indexOf(emulator), 1);
  await emulator.close();
}

async function graph(
  emulator: Emulator,
  path: string,
  init: RequestInit = {},
): Promise<{ status: number; body: { value: { title: string; id: string }[]; id: string } }> {
  const { body } = await askForToken(emulator, {});
  const response = await fetch(`${emulator.boardUrl}/v1.0${path}`, {
    ...init,
    headers: {
      Authorization: `Bearer ${text(body['access_token'])}`,
      'Content-Type': 'application/json',
    },
  });
  return { status: response.status, body: (await response.json()) as never };
}

const create = async (emulator: Emulator, title: string) =>
  await graph(emulator, '/planner/tasks', {
    method: 'POST',
    body: JSON.stringify({ planId: emulator.defaultPlanId, title }),
  });

async function titles(emulator: Emulator): Promise<string[]> {
  const { body } = await graph(emulator, `/planner/plans/${emulator.defaultPlanId}/tasks`);
  return body.value.map((task) => task.title);
}

describe('the data folder', () => {
  it('keeps everything over a restart: ids, secrets, tasks, their order and the activity', async () => {
    const first = await start('a');
    const made = await create(first, 'Kept');
    const before = await titles(first);
    await stop(first);
    const second = await start('a');
    expect(second).toMatchObject({
      tenantId: first.tenantId,
      clientId: first.clientId,
      clientSecret: first.clientSecret,
      defaultPlanId: first.defaultPlanId,
      caFile: first.caFile,
    });
    expect(await titles(second)).toEqual(before);
    const again = await graph(second, `/planner/tasks/${made.body.id}`);
    expect(again.body).toMatchObject({ ...made.body, '@odata.context': expect.any(String) });
    const activity = await fetch(`${second.boardUrl}/control/activity?limit=1`);
    expect(await activity.json()).toMatchObject({ activity: [{ title: 'Kept' }] });
  });

  it('survives a process that died in the middle of writing', async () => {
    const first = await start('a');
    await create(first, 'Answered');
    // What a killed process leaves: the state as of its last answer, and perhaps half a line.
    appendFileSync(join(folder, 'a', 'state.jsonl'), '[["tasks","half');
    const second = await start('a');
    expect(await titles(second)).toContain('Answered');
    await create(second, 'Next');
    const third = await start('a');
    expect(await titles(third)).toEqual(expect.arrayContaining(['Answered', 'Next']));
  });

  it('gives the same first ids again when it is emptied, and others elsewhere', async () => {
    const first = await start('a');
    await stop(first);
    rmSync(join(folder, 'a'), { recursive: true });
    const second = await start('a');
    expect(second.defaultPlanId).toBe(first.defaultPlanId);
    const other = await start('b');
    expect(other.defaultPlanId).not.toBe(first.defaultPlanId);
    expect(other.tenantId).not.toBe(first.tenantId);
  });

  it('opens as it was before there were mailboxes, and gives everybody one', async () => {
    await stop(await start('a'));
    const path = join(folder, 'a', 'state.jsonl');
    const old = new Set(['tenants', 'apps', 'people', 'groups', 'keys', 'plans', 'buckets']);
    const kept = readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) =>
        (JSON.parse(line) as [string, ...unknown[]][]).filter(([name]) => old.has(name)),
      );
    writeFileSync(path, kept.map((line) => `${JSON.stringify(line)}\n`).join(''));
    const again = await start('a');
    const people = await fetch(`${again.boardUrl}/control/people`);
    const [first] = ((await people.json()) as { people: { id: string }[] }).people;
    const { body } = await graph(again, `/users/${first?.id}/mailFolders/inbox/messages`);
    expect(body.value.length).toBeGreaterThan(0);
  });

  it('keeps the people and plans of a folder from before, and adds nobody', async () => {
    await stop(await start('small'));
    const path = join(folder, 'small', 'state.jsonl');
    const left: Record<string, number> = { people: 6, groups: 1, plans: 1, planDetails: 1 };
    const old = new Set(['tenants', 'apps', 'keys', 'buckets', 'tasks', 'taskDetails', 'people']);
    const isOld = ([name]: [string, ...unknown[]]): boolean => {
      const count = left[name];
      if (count === undefined) return old.has(name);
      left[name] = count - 1;
      return count > 0;
    };
    const kept = readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => (JSON.parse(line) as [string, ...unknown[]][]).filter(isOld));
    const text = kept.map((line) => `${JSON.stringify(line)}\n`).join('');
    writeFileSync(path, text.replace(/"(?:managerId|presence|ownerIds|description)":/g, '"gone":'));
    const again = await start('small');
    expect((await graph(again, '/users')).body.value).toHaveLength(6);
    expect((await graph(again, '/groups')).body.value).toHaveLength(1);
    expect((await graph(again, '/teams')).body.value).toHaveLength(1);
    expect(await titles(again)).toContain('Write the press release');
    const [maya] = (await graph(again, '/users')).body.value;
    expect((await graph(again, `/users/${maya?.id}/manager`)).status).toBe(404);
    expect((await graph(again, `/users/${maya?.id}/presence`)).status).toBe(200);
  });

  it('keeps mail, its ids and delta tokens over a restart', async () => {
    const first = await start('a');
    const people = await fetch(`${first.boardUrl}/control/people`);
    const [person] = ((await people.json()) as { people: { id: string }[] }).people;
    const inbox = `/users/${person?.id}/mailFolders/inbox/messages`;
    const before = await graph(first, `${inbox}?$top=50`);
    const delta = await graph(first, `${inbox}/delta?$top=50`);
    await fetch(`${first.boardUrl}/control/people/${person?.id}/actions`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ action: 'deleteMail' }),
    });
    await stop(first);
    const second = await start('a');
    const after = await graph(second, `${inbox}?$top=50`);
    expect(before.body.value.map(({ id }) => id)).toEqual(
      expect.arrayContaining(after.body.value.map(({ id }) => id)),
    );
    expect(after.body.value).toHaveLength(before.body.value.length - 1);
    const link = text((delta.body as unknown as Record<string, unknown>)['@odata.deltaLink']);
    const changes = await graph(second, link.split('/v1.0')[1] ?? '');
    expect(changes.body.value).toMatchObject([{ '@removed': { reason: 'deleted' } }]);
  });

  it('shares one certificate authority between emulators that start at once', async () => {
    const [a, b] = await Promise.all([start('a'), start('b')]);
    expect(a.caFile).toBe(b.caFile);
    for (const emulator of [a, b]) expect((await askForToken(emulator, {})).status).toBe(200);
    expect(readdirSync(folder).sort()).toEqual(['a', 'b', 'local-ca']);
  });
});
