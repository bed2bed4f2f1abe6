import type { Redis } from 'ioredis';
import type { KeyRing } from '../../config/key-ring.js';
import type { CallFunction } from '../../tasks/load-functions.js';
import { envelopePrefix, formatEnvelope, parseEnvelope } from './envelope.js';
import { unwrapKey, wrapKey } from './wrapped-key.js';

/** What was found and done; counts of sealed values. */
export interface Rotation {
  /** With the current key already. */
  readonly current: number;
  /** Sealed anew, or to be, by the id of the key before. */
  readonly renewed: ReadonlyMap<string, number>;
  /** Sealed with keys that are not configured, by their ids. */
  readonly unknown: ReadonlyMap<string, number>;
  /** Cannot be opened although the key is there: changed, or sealed with another key of the same id. */
  readonly refused: number;
}

export interface RotateDeps {
  readonly redis: Redis;
  readonly call: CallFunction;
  readonly keys: KeyRing;
  readonly namespace: string;
  readonly isDryRun: boolean;
  /** Told now and then how many keys of Redis were looked at. */
  readonly onProgress: (looked: number) => void;
}

interface Place {
  readonly key: string;
  /** Empty: the value is a string's. */
  readonly field: string;
}

const scanCount = 1_000;
/** A value that changes all the time was sealed by somebody just now. */
const mostTries = 5;
/** Servers that still run with the old key first go on sealing with it. */
const mostRounds = 3;

/**
 * Seals everything in a namespace with the current key, while servers run: what changes in between is looked at again and
 * never overwritten. The texts themselves stay as they are, only their own keys are sealed anew. May be repeated.
 */
export async function rotateKeys(deps: RotateDeps): Promise<Rotation> {
  const renewed = new Map<string, number>();
  for (let round = 1; ; round += 1) {
    const found = await rotateOnce(deps);
    const before = sum(renewed);
    for (const [id, count] of found.renewed) renewed.set(id, (renewed.get(id) ?? 0) + count);
    if (deps.isDryRun || found.renewed.size === 0 || round === mostRounds) {
      // What earlier rounds have sealed anew is current in this one.
      const { unknown, refused } = found;
      return { current: Math.max(0, found.current - before), renewed, unknown, refused };
    }
  }
}

export function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}

async function rotateOnce(deps: RotateDeps): Promise<Rotation> {
  const { redis, namespace, onProgress } = deps;
  const counts = new Counts();
  const seen = new Set<string>();
  for (let cursor = '0'; ;) {
    const [next, names] = await redis.scan(cursor, 'MATCH', `${namespace}:*`, 'COUNT', scanCount);
    const fresh = [...new Set(names)].filter((name) => !seen.has(name));
    for (const name of fresh) seen.add(name);
    await lookAt(deps, fresh, counts);
    onProgress(seen.size);
    if (next === '0') return counts;
    cursor = next;
  }
}

class Counts implements Rotation {
  current = 0;
  readonly renewed = new Map<string, number>();
  readonly unknown = new Map<string, number>();
  refused = 0;
}

async function lookAt(deps: RotateDeps, names: readonly string[], counts: Counts): Promise<void> {
  const types = await ofAll(names, (name) => deps.redis.type(name));
  const strings = names.filter((_, at) => types[at] === 'string');
  const begins = await ofAll(strings, (name) =>
    deps.redis.getrange(name, 0, envelopePrefix.length - 1),
  );
  for (const [at, key] of strings.entries()) {
    if (begins[at] === envelopePrefix) await renew(deps, { key, field: '' }, counts);
  }
  for (const key of names.filter((_, at) => types[at] === 'hash')) {
    for (const field of await sealedFields(deps.redis, key)) {
      await renew(deps, { key, field }, counts);
    }
  }
}

/** Sent together: ioredis puts what is asked in one turn on the wire at once. */
function ofAll<T>(
  names: readonly string[],
  ask: (name: string) => Promise<T>,
): Promise<readonly T[]> {
  return Promise.all(names.map(ask));
}

async function sealedFields(redis: Redis, key: string): Promise<readonly string[]> {
  const fields = new Set<string>();
  for (let cursor = '0'; ;) {
    const [next, pairs] = await redis.hscan(key, cursor, 'COUNT', scanCount);
    for (let at = 0; at + 1 < pairs.length; at += 2) {
      const [field, value] = [pairs[at], pairs[at + 1]];
      if (field !== undefined && value?.startsWith(envelopePrefix) === true) fields.add(field);
    }
    if (next === '0') return [...fields];
    cursor = next;
  }
}

async function renew(deps: RotateDeps, place: Place, counts: Counts): Promise<void> {
  const [{ id: current }] = deps.keys;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const sealed = await read(deps.redis, place);
    const envelope = sealed === null ? null : parseEnvelope(sealed);
    // Gone, or something else by now.
    if (sealed === null || envelope === null) return;
    const before = envelope.key.keyId;
    if (before === current) {
      counts.current += 1;
      return;
    }
    const opened = unwrapKey(deps.keys, envelope.key);
    if (opened.kind === 'unknown_key') {
      add(counts.unknown, before);
      return;
    }
    if (opened.kind === 'refused') {
      counts.refused += 1;
      return;
    }
    const anew = formatEnvelope({ key: wrapKey(deps.keys, opened.plain), body: envelope.body });
    if (deps.isDryRun || (await replace(deps, place, { before: sealed, now: anew }))) {
      add(counts.renewed, before);
      return;
    }
  }
}

async function replace(
  { call, namespace }: RotateDeps,
  { key, field }: Place,
  { before, now }: { readonly before: string; readonly now: string },
): Promise<boolean> {
  return (await call('tandem_sealed_replace_v1', namespace, key, field, before, now)) === 1;
}

function read(redis: Redis, { key, field }: Place): Promise<string | null> {
  return field === '' ? redis.get(key) : redis.hget(key, field);
}

function add(counts: Map<string, number>, id: string): void {
  counts.set(id, (counts.get(id) ?? 0) + 1);
}
