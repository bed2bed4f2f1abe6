import type { Redis } from 'ioredis';
import type { Keys } from './keys.js';

/** Where a task stands in the list: newest first, ids in descending order where times are equal. */
export interface Place {
  readonly createdMs: number;
  readonly id: string;
}

export interface OrderQuery {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly planId: string | undefined;
  /** Only what stands after this place, whether that task still exists or not. */
  readonly after: Place | null;
  readonly chunk: number;
}

/** The ids of all tasks, or of a plan's, in the list's order and in chunks; none comes twice. */
export function idsByAge(query: OrderQuery): AsyncGenerator<readonly Place[]> {
  return query.planId === undefined ? allIds(query) : planIds(query, query.planId);
}

async function* allIds({ redis, keys, after, chunk }: OrderQuery): AsyncGenerator<Place[]> {
  let last = after;
  while (true) {
    const before = last;
    const [sameTime, older] = await Promise.all([
      // An import makes thousands of one millisecond, and a chunk may have ended among them.
      before === null
        ? []
        : redis.zrevrangebyscore(keys.index, before.createdMs, before.createdMs, 'WITHSCORES'),
      redis.zrevrangebyscore(
        keys.index,
        before === null ? '+inf' : `(${before.createdMs}`,
        '-inf',
        'WITHSCORES',
        'LIMIT',
        0,
        chunk,
      ),
    ]);
    const rest = toPlaces(sameTime).filter((place) => before === null || isAfter(place, before));
    const places = [...rest, ...toPlaces(older)];
    yield* inChunks(places, chunk);
    last = places.at(-1) ?? null;
    if (last === null) return;
  }
}

/** A plan's set holds no times: Redis intersects it with the index, which touches only this plan's tasks. */
async function* planIds(query: OrderQuery, planId: string): AsyncGenerator<Place[]> {
  const { redis, keys, after, chunk } = query;
  const flat = await redis.zinter(
    2,
    keys.planTasks(planId),
    keys.index,
    'WEIGHTS',
    0,
    1,
    'WITHSCORES',
  );
  const ordered = toPlaces(flat.map(String)).toReversed();
  const places = after === null ? ordered : ordered.filter((place) => isAfter(place, after));
  yield* inChunks(places, chunk);
}

function* inChunks(places: readonly Place[], size: number): Generator<Place[]> {
  for (let at = 0; at < places.length; at += size) yield places.slice(at, at + size);
}

function isAfter(place: Place, other: Place): boolean {
  if (place.createdMs !== other.createdMs) return place.createdMs < other.createdMs;
  return place.id < other.id;
}

function toPlaces(flat: readonly string[]): Place[] {
  const places: Place[] = [];
  for (let at = 0; at + 1 < flat.length; at += 2) {
    places.push({ id: flat[at] ?? '', createdMs: Number(flat[at + 1]) });
  }
  return places;
}
