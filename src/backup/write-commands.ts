import type { KeyContent, Membership } from './backup-line.js';
import { fromStoredText } from './stored-text.js';

/** One command, named as the client names it, with its arguments. */
export type Command = readonly [name: string, ...args: (string | Buffer)[]];

/**
 * The commands that put a key, or the next part of it, into Redis under `fullName`. Empty when it has ended by `now`
 * (ms).
 */
export function toCommands(fullName: string, content: KeyContent, now: number): readonly Command[] {
  const { expiresAt } = content;
  if (expiresAt !== undefined && expiresAt <= now) return [];
  const ending: readonly Command[] =
    expiresAt === undefined ? [] : [['pexpireat', fullName, String(expiresAt)]];
  return [...writes(fullName, content), ...ending];
}

function writes(name: string, content: KeyContent): readonly Command[] {
  switch (content.type) {
    case 'string':
      return [['set', name, fromStoredText(content.value)]];
    case 'hash':
      return ofMany('hset', name, content.value.flat().map(fromStoredText));
    case 'set':
      return ofMany('sadd', name, content.value.map(fromStoredText));
    case 'list':
      return ofMany('rpush', name, content.value.map(fromStoredText));
    case 'zset':
      return ofMany(
        'zadd',
        name,
        content.value.flatMap(([member, score]) => [score, fromStoredText(member)]),
      );
    case 'stream':
      return [
        ...content.value.map(([id, fields]): Command => [
          'xadd',
          name,
          id,
          ...fields.map(fromStoredText),
        ]),
        ...streamEnd(name, content),
      ];
  }
}

function ofMany(
  command: string,
  name: string,
  args: readonly (string | Buffer)[],
): readonly Command[] {
  return args.length === 0 ? [] : [[command, name, ...args]];
}

/** Ids go on where they were, and who reads on can tell what was trimmed. An empty stream is made by way of a group. */
function streamEnd(name: string, { meta }: KeyContent & { type: 'stream' }): readonly Command[] {
  if (meta === undefined) return [];
  const { lastId, added, maxDeletedId } = meta;
  return [
    ['xgroup', 'CREATE', name, 'restore', '0', 'MKSTREAM'],
    ['xgroup', 'DESTROY', name, 'restore'],
    ['xsetid', name, lastId, 'ENTRIESADDED', String(added), 'MAXDELETEDID', maxDeletedId],
  ];
}

export function toMembershipCommand(fullName: string, membership: Membership): Command {
  switch (membership.type) {
    case 'set':
      return ['sadd', fullName, membership.member];
    case 'zset':
      return ['zadd', fullName, membership.score, membership.member];
    case 'hash':
      return ['hset', fullName, membership.member, fromStoredText(membership.value)];
  }
}
