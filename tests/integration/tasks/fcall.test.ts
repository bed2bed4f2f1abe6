import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aTaskStore, fcall, type TaskStoreFixture } from './task-store-fixture.js';

describe('an agent that writes by FCALL', () => {
  let fixture: TaskStoreFixture;
  beforeAll(async () => {
    fixture = await aTaskStore();
  });
  afterAll(() => fixture.close());

  it('may leave the operation out for create and update', async () => {
    const task = await fcall(fixture, { actor: 'py', body: { title: 'x' } });
    expect(task).toMatchObject({ title: 'x', rev: 1, createdBy: { kind: 'agent', id: 'py' } });
    const changed = await fcall(fixture, { actor: 'py', id: task['id'], body: { title: 'y' } });
    expect(changed).toMatchObject({ id: task['id'], title: 'y', rev: 2 });
  });

  it('deletes and is answered the id', async () => {
    const { id } = await fcall(fixture, { actor: 'py', body: { title: 'x' } });
    expect(await fcall(fixture, { actor: 'py', operation: 'delete', id })).toEqual({
      deleted: true,
      id,
    });
  });

  it.each([
    { name: 'no actor', request: { body: { title: 'x' } }, wrong: ['actor'] },
    { name: 'an empty actor', request: { actor: ' ', body: { title: 'x' } }, wrong: ['actor'] },
    {
      name: 'an unknown operation',
      request: { actor: 'a', operation: 'remove', id: 'x' },
      wrong: ['operation'],
    },
    {
      name: 'neither operation nor body',
      request: { actor: 'a', id: 'x' },
      wrong: ['operation'],
    },
    {
      name: 'a deletion of nothing',
      request: { actor: 'a', operation: 'delete' },
      wrong: ['id'],
    },
    {
      name: 'an unknown part',
      request: { actor: 'a', titel: 'x', body: { title: 'x' } },
      wrong: ['titel'],
    },
    {
      name: 'two different idempotency keys',
      request: { actor: 'a', idempotencyKey: 'a', body: { title: 'x', idempotencyKey: 'b' } },
      wrong: ['idempotencyKey'],
    },
    {
      name: 'an idempotency key that is no text',
      request: { actor: 'a', idempotencyKey: 7, body: { title: 'x' } },
      wrong: ['idempotencyKey'],
    },
  ])('is told what is wrong with $name', async ({ request, wrong }) => {
    const problem = await fcall(fixture, request);
    expect(problem).toMatchObject({ status: 400, code: 'invalid_input' });
    expect(fields(problem)).toEqual(wrong);
  });

  it.each([
    { name: 'no JSON', payload: '{"actor":' },
    { name: 'nothing', payload: '' },
    { name: 'bodies in bodies without end', payload: `{"actor":"a","body":${'['.repeat(2_000)}` },
    {
      name: 'nesting beyond reason',
      payload: `{"actor":"a","body":${'[['.repeat(1_000)}${']]'.repeat(1_000)}}`,
    },
  ])('is told that $name is not valid JSON', async ({ payload }) => {
    expect(await fcall(fixture, payload)).toMatchObject({ status: 400, code: 'invalid_json' });
  });

  it.each([
    { name: 'a lone continuation byte', bytes: [0x80] },
    { name: 'an overlong slash', bytes: [0xc0, 0xaf] },
    { name: 'an overlong three-byte form', bytes: [0xe0, 0x80, 0xaf] },
    { name: 'a surrogate', bytes: [0xed, 0xa0, 0x80] },
    { name: 'beyond U+10FFFF', bytes: [0xf4, 0x90, 0x80, 0x80] },
    { name: 'a character that ends too soon', bytes: [0xe2, 0x82] },
  ])('is told that $name is not UTF-8', async ({ bytes }) => {
    const payload = Buffer.concat([
      Buffer.from('{"actor":"a","body":{"title":"'),
      Buffer.from(bytes),
      Buffer.from('"}}'),
    ]);
    const { redis, keys } = fixture;
    const reply = await redis.fcall('tandem_task_write_v1', 1, keys.namespace, payload);
    expect(JSON.parse(String(reply))).toMatchObject({ status: 400, code: 'invalid_json' });
  });

  it('may use every valid character', async () => {
    const title = '\u0080\u07ff\u0800\ud7ff\ue000\uffff\u{10000}\u{10ffff}';
    expect(await fcall(fixture, { actor: 'a', body: { title } })).toMatchObject({ title });
  });

  it.each(['NaN', 'Infinity', '-Infinity', '1e999'])(
    'cannot smuggle %s into a number',
    async (number) => {
      const payload = `{"actor":"a","body":{"title":"x","percentComplete":${number}}}`;
      expect(await fcall(fixture, payload)).toMatchObject({ status: 400 });
    },
  );

  it('is told when a body is too large', async () => {
    const payload = JSON.stringify({ actor: 'a', body: { title: 'x'.repeat(1_200_000) } });
    expect(await fcall(fixture, payload)).toMatchObject({ status: 413, code: 'body_too_large' });
  });

  it('gets an answer soon even for a body with a hundred thousand mistakes', async () => {
    const body = Object.fromEntries(Array.from({ length: 80_000 }, (_, at) => [`f${at}`, 1]));
    const began = performance.now();
    const problem = await fcall(fixture, { actor: 'a', body });
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(problem).toMatchObject({ status: 400, code: 'invalid_input' });
    expect(fields(problem)).toHaveLength(100);
  });

  it('makes ids that sort by time and never come twice, even without randomness from outside', async () => {
    const requests = Array.from({ length: 500 }, () =>
      fcall(fixture, { actor: 'a', body: { title: 'x' } }),
    );
    const tasks = await Promise.all(requests);
    expect(new Set(tasks.map(({ id }) => id)).size).toBe(500);
    const times = tasks.map(({ id }) => String(id).slice(0, 10));
    expect(times.toSorted()).toEqual(times);
  });

  it('cannot take another agent’s answer by guessing its key', async () => {
    const first = await fcall(fixture, { actor: 'a:b', idempotencyKey: 'c', body: { title: 'x' } });
    const second = await fcall(fixture, {
      actor: 'a',
      idempotencyKey: 'b:c',
      body: { title: 'x' },
    });
    expect(second['id']).not.toBe(first['id']);
  });
});

describe('writes at the same time', () => {
  let fixture: TaskStoreFixture;
  beforeAll(async () => {
    fixture = await aTaskStore();
  });
  afterAll(() => fixture.close());

  it('with one idempotency key make one task', async () => {
    const { store, redis, keys } = fixture;
    const replies = await Promise.all(
      Array.from({ length: 20 }, () =>
        store.write(
          { operation: 'create', body: { title: 'x' } },
          { actor: 'a', idempotencyKey: 'twin' },
        ),
      ),
    );
    expect(new Set(replies.map(({ id }) => id)).size).toBe(1);
    expect(replies.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(await redis.zcard(keys.index)).toBe(1);
    expect(await redis.ttl(keys.idempotency('a', 'twin'))).toBeGreaterThan(86_400 - 60);
  });

  it('that expect one revision let one win', async () => {
    const { store } = fixture;
    const { id } = await store.write({ operation: 'create', body: { title: 'x' } }, { actor: 'a' });
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        store.write(
          { operation: 'update', id, body: { title: `title ${at}` } },
          { actor: 'a', expectedRev: 1 },
        ),
      ),
    );
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(replies.filter(({ status }) => status === 409)).toHaveLength(19);
  });

  it('each raise the revision once', async () => {
    const { store } = fixture;
    const { id } = await store.write({ operation: 'create', body: { title: 'x' } }, { actor: 'a' });
    await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        store.write({ operation: 'update', id, body: { title: `title ${at}` } }, { actor: 'a' }),
      ),
    );
    expect(JSON.parse(await store.read(id))).toMatchObject({ rev: 51 });
  });
});

function fields(problem: Record<string, unknown>): string[] {
  return (problem['errors'] as { field: string }[]).map(({ field }) => field);
}
