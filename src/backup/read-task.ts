import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Command, type Redis } from 'ioredis';
import type { Keys } from '../tasks/keys.js';
import type { Membership, TaskLine } from './backup-line.js';
import { toKeyContent } from './key-content.js';
import { nameInBackup, taskTemplates } from './key-treatment.js';
import { asList, asName, asStored, asText } from './redis-reply.js';

/** Reads everything of one task in one step; null when nothing is there any more. */
export type ReadTask = (taskId: string) => Promise<TaskLine | null>;

/** By a script of its own: a backup must not replace the function library of a running product of another version. */
export function createTaskReader({
  redis,
  keys,
}: {
  readonly redis: Redis;
  readonly keys: Keys;
}): ReadTask {
  const script = readFileSync(new URL('./read-task.lua', import.meta.url), 'utf8');
  const sha = createHash('sha1').update(script).digest('hex');
  const shape = JSON.stringify(taskTemplates(keys));
  const send = async (name: string, code: string, taskId: string): Promise<unknown> => {
    const args = [code, 1, keys.namespace, taskId, shape];
    return redis.sendCommand(new Command(name, args, { replyEncoding: null }));
  };
  const run = async (taskId: string): Promise<unknown> => {
    try {
      return await send('evalsha', sha, taskId);
    } catch (error) {
      if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error;
      return send('eval', script, taskId);
    }
  };
  return async (taskId) => toLine(await run(taskId), { taskId, namespace: keys.namespace });
}

function toLine(
  reply: unknown,
  { taskId, namespace }: { readonly taskId: string; readonly namespace: string },
): TaskLine | null {
  const [at, planId, plannerId, found, memberships] = asList(reply);
  const contents = asList(found).map((entry) => {
    const [key, type, endsAt, value] = asList(entry);
    const name = nameInBackup(asName(key), namespace);
    return toKeyContent({ key: name, type: asText(type), endsAt: Number(endsAt), reply: value });
  });
  if (contents.length === 0) return null;
  return {
    kind: 'task',
    id: taskId,
    at: Number(at),
    planId: planId === null ? null : asText(planId),
    plannerId: plannerId === null ? null : asText(plannerId),
    keys: contents,
    memberships: asList(memberships).map((entry) => toMembership(entry, namespace)),
  };
}

function toMembership(entry: unknown, namespace: string): Membership {
  const [name, type, member, value] = asList(entry);
  const common = { key: nameInBackup(asName(name), namespace), member: asText(member) };
  switch (asText(type)) {
    case 'hash':
      return { ...common, type: 'hash', value: asStored(value) };
    case 'zset':
      return { ...common, type: 'zset', score: asText(value) };
    default:
      return { ...common, type: 'set' };
  }
}
