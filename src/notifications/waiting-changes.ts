import * as z from 'zod';
import type { Keys } from '../tasks/keys.js';
import type { CallFunction } from '../tasks/load-functions.js';
import { waitingChangeSchema, type WaitingChange } from './inbox-entry.js';

/** A change that waits to be fetched and told: all that was said of one resource since it was told last. */
export interface TakenChange {
  readonly resource: string;
  /** Tells whether something was added since it was taken. */
  readonly mark: string;
  readonly changeType: WaitingChange['changeType'];
  /** Of the newest notification. */
  readonly about: WaitingChange['about'];
  /** No other change is in it, so what Graph sent along is the newest state. */
  readonly isSingle: boolean;
}

/** What became of a taken change. */
export interface SettledChange {
  readonly resource: string;
  readonly mark: string;
  /** A channel's; null publishes nothing. */
  readonly published: { readonly kind: string; readonly event: string } | null;
  readonly outcome: string;
  /** A JSON object for people, without contents; the outcome is put in. */
  readonly log: string;
  readonly etag: string | null;
  readonly modifiedAt: number | null;
  readonly isDeleted: boolean;
}

/** The changes of one subscription that wait in Redis. */
export interface WaitingChanges {
  /** What was found by other means than a notification, for instance after missed ones. Answers how many are new. */
  add(name: string, changes: readonly WaitingChange[]): Promise<number>;
  /** Those that wait longest. They stay until they are settled. */
  take(
    name: string,
    most: number,
  ): Promise<{ readonly taken: readonly TakenChange[]; readonly left: number }>;
  /** Publishes and removes in one step; what has changed since it was taken is told, and waits on. Answers how many wait. */
  settle(name: string, changes: readonly SettledChange[], streamMax: number): Promise<number>;
  /** Nothing of this subscription is wanted any more. */
  forget(name: string): Promise<void>;
}

const takenSchema = z.tuple([z.number()]).rest(z.string());
const heldSchema = waitingChangeSchema
  .pick({ changeType: true })
  .extend({ mark: z.string(), about: z.string(), changes: z.number() });

export function createWaitingChanges({
  keys,
  call,
}: {
  readonly keys: Keys;
  readonly call: CallFunction;
}): WaitingChanges {
  const { namespace } = keys;
  return {
    async add(name, changes) {
      const texts = changes.flatMap((change) => [change.resource, encodeChange(change)]);
      return z.number().parse(await call('tandem_notifications_add_v1', namespace, name, ...texts));
    },
    async take(name, most) {
      const reply = await call('tandem_notifications_take_v1', namespace, name, String(most));
      const [left, ...flat] = takenSchema.parse(reply);
      const taken = Array.from({ length: flat.length / 2 }, (_, at) =>
        toTaken(flat[at * 2] ?? '', flat[at * 2 + 1] ?? ''),
      );
      return { taken, left };
    },
    async settle(name, changes, streamMax) {
      const payload = JSON.stringify({
        name,
        streamMax: String(streamMax),
        items: changes.map(encodeSettled),
      });
      return z.number().parse(await call('tandem_notifications_publish_v1', namespace, payload));
    },
    async forget(name) {
      await call('tandem_notifications_forget_v1', namespace, name);
    },
  };
}

/** As the Lua library takes it; what only the one who delivers reads travels as text. */
export function encodeChange({ changeType, version, about }: WaitingChange): string {
  return JSON.stringify({ changeType, version, about: JSON.stringify(about) });
}

function toTaken(resource: string, json: string): TakenChange {
  const { mark, changeType, about, changes } = heldSchema.parse(JSON.parse(json));
  return {
    resource,
    mark,
    changeType,
    about: waitingChangeSchema.shape.about.parse(JSON.parse(about)),
    isSingle: changes === 1,
  };
}

/** What is absent is left out: the library's JSON knows no null that is false. */
function encodeSettled(change: SettledChange) {
  const { resource, mark, outcome, log, published, etag, modifiedAt, isDeleted } = change;
  return {
    resource,
    mark,
    outcome,
    log,
    ...(published !== null && published),
    ...(etag !== null && { etag }),
    ...(modifiedAt !== null && { modified: modifiedAt }),
    ...(isDeleted && { deleted: true }),
  };
}
