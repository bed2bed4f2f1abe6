import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createKeptReplies, type KeyedCall } from '../../../src/tasks/kept-replies.js';
import { createKeys } from '../../../src/tasks/keys.js';

let redis: Redis;
const keys = createKeys(`test-${randomUUID().slice(0, 8)}`);
beforeAll(() => {
  redis = new Redis(inject('redisUrl'));
});
afterAll(() => redis.disconnect());

const at = (now: number) => createKeptReplies({ redis, keys, now: () => now });
const aCall = (more: Partial<KeyedCall> = {}): KeyedCall => ({
  actor: 'bot',
  idempotencyKey: randomUUID(),
  operation: 'mail_send',
  input: { subject: 'Report' },
  ...more,
});

describe('what is done at Microsoft under a key', () => {
  it('is claimed by one of many at the same moment', async () => {
    const call = aCall();
    const claims = await Promise.all(
      Array.from({ length: 20 }, () => at(0).claim(call, 'Send it')),
    );
    expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
    expect(await at(1_000).find(call)).toEqual({ kind: 'running' });
    await claims.find((claim) => claim !== null)?.keep('{"sent":true}');
    expect(await at(1_000).find(call)).toEqual({ kind: 'kept', json: '{"sent":true}' });
  });

  it('may be tried again when nothing was done', async () => {
    const call = aCall();
    await (await at(0).claim(call, 'Send it'))?.release();
    expect(await at(0).find(call)).toBeNull();
    expect(await at(0).claim(call, 'Send it')).not.toBeNull();
  });

  it('is unknown when whoever did it died, or does not know', async () => {
    const died = aCall();
    const claim = await at(0).claim(died, 'Send "Report" to\nAna');
    expect(await at(61_000).find(died)).toMatchObject({
      kind: 'unknown',
      effect: 'Send "Report" to\nAna',
    });
    // It was only slow.
    await claim?.keep('{"sent":true}');
    expect(await at(61_000).find(died)).toMatchObject({ kind: 'kept' });
    const lost = aCall();
    await (await at(0).claim(lost, 'Send it'))?.giveUp();
    expect(await at(0).find(lost)).toMatchObject({ kind: 'unknown' });
  });

  it('is forgotten only where it is the claim that was seen', async () => {
    const call = aCall();
    await (await at(0).claim(call, 'Send it'))?.giveUp();
    const seen = await at(0).find(call);
    const mark = seen?.kind === 'unknown' ? seen.mark : '';
    await at(0).forgetUnknown(call, mark);
    const claim = await at(0).claim(call, 'Send it');
    await at(0).forgetUnknown(call, mark);
    expect(await at(0).find(call)).toEqual({ kind: 'running' });
    await claim?.release();
  });

  it('is not what another request asks for under the same key', async () => {
    const call = aCall();
    const claim = await at(0).claim(call, 'Send it');
    const other = { ...call, input: { subject: 'Another' } };
    await expect(at(0).find(other)).rejects.toMatchObject({ code: 'idempotency_key_reused' });
    await claim?.release();
  });

  it('can wait for a person instead', async () => {
    const call = aCall();
    expect(await at(0).keepWaiting(call, 'approval-1')).toBe(true);
    expect(await at(0).keepWaiting(call, 'approval-2')).toBe(false);
    expect(await at(0).claim(call, 'Send it')).toBeNull();
    expect(await at(0).find(call)).toEqual({ kind: 'waiting', approvalId: 'approval-1' });
  });
});
