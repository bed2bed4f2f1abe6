import { ResourceNotFoundError, type ReadResourceResult } from '@modelcontextprotocol/server';
import type { Caller } from '../domain/access/caller.js';
import { ProblemError } from '../domain/problem.js';
import type { ToldChange } from '../domain/subscriptions/told-change.js';
import type { CallOrigin, Gate } from '../operations/access/gate.js';
import type { Operation } from '../operations/define-operation.js';
import { separateParams } from '../operations/separate-params.js';
import { createToolResults } from './results/tool-result.js';

/** A thing that an operation reads, under an address. */
interface ReadBy {
  readonly prefix: string;
  readonly variable: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly operation: string;
  /** The operation's argument that the address names. */
  readonly argument: string;
  /** Changes of this kind are of its resources: what stands behind this name in their paths. */
  readonly changes: { readonly kind: ToldChange['kind']; readonly collection: string };
}

const readBy: readonly ReadBy[] = [
  {
    prefix: 'tandem://mail/',
    variable: 'messageId',
    name: 'message',
    title: 'Mail message',
    description: 'One message with its text as Markdown.',
    operation: 'mail_get_message',
    argument: 'message',
    changes: { kind: 'mail', collection: 'messages' },
  },
  {
    prefix: 'tandem://events/',
    variable: 'eventId',
    name: 'event',
    title: 'Calendar event',
    description: 'One event with its text and attendees.',
    operation: 'calendar_get_event',
    argument: 'id',
    changes: { kind: 'calendar', collection: 'events' },
  },
  {
    prefix: 'tandem://chats/',
    variable: 'chatId',
    name: 'chat',
    title: 'Chat',
    description: 'The newest messages of a Teams chat.',
    operation: 'teams_list_chat_messages',
    argument: 'chat',
    changes: { kind: 'teams', collection: 'chats' },
  },
];

/** Resources that are read by operations, past the same gate, and shown as text with marks around what others wrote. */
export interface OperationResources {
  templatesFor(caller: Caller): readonly {
    readonly uriTemplate: string;
    readonly name: string;
    readonly title: string;
    readonly description: string;
    readonly mimeType: string;
  }[];
  /** Addresses of what has changed, where the caller may read it; of a person's things only that person hears. */
  changedBy(change: ToldChange, caller: Caller): readonly string[];
  /** Null: an address of another kind. */
  read(uri: string, origin: CallOrigin): Promise<ReadResourceResult> | null;
}

const mimeType = 'text/plain';

export function createOperationResources(
  operations: readonly Operation[],
  gate: Gate,
): OperationResources {
  const kinds = readBy.flatMap((kind) => {
    const operation = operations.find(({ name }) => name === kind.operation);
    if (operation === undefined) return [];
    return [{ ...kind, operation, results: createToolResults(operation, { results: 'text' }) }];
  });

  const readOne = async (
    { operation, argument, results }: (typeof kinds)[number],
    uri: string,
    { id, origin }: { readonly id: string; readonly origin: CallOrigin },
  ): Promise<ReadResourceResult> => {
    await gate.enter(operation, origin);
    const { caller } = origin;
    const { status, json } = await gate
      .run(operation, origin, {
        ...separateParams(operation, { [argument]: id }),
        actor: caller.actor ?? 'agent',
        caller,
      })
      .catch((error: unknown) => {
        const isGone = error instanceof ProblemError && error.status === 404;
        throw isGone ? new ResourceNotFoundError(uri, error.message) : error;
      });
    if (status >= 400) throw new ResourceNotFoundError(uri);
    const [content] = results.toResult(json).content;
    return { contents: [{ uri, mimeType, text: content?.type === 'text' ? content.text : '' }] };
  };

  return {
    templatesFor: (caller) =>
      kinds
        .filter(({ operation }) => gate.mayUse(operation, caller))
        .map(({ prefix, variable, name, title, description }) => ({
          uriTemplate: `${prefix}{${variable}}`,
          name,
          title,
          description,
          mimeType,
        })),
    changedBy(change, caller) {
      if (!isTheirs(change, caller)) return [];
      return kinds
        .filter(({ changes, operation }) => {
          return changes.kind === change.kind && gate.mayUse(operation, caller);
        })
        .flatMap(({ prefix, changes: { collection } }) => {
          const at = change.path.lastIndexOf(collection) + 1;
          const named = at === 0 ? undefined : change.path[at];
          if (named === undefined) return [];
          const isItself = at === change.path.length - 1 && change.id !== null;
          const ids = isItself ? new Set([named, change.id]) : [named];
          return [...ids].map((id) => `${prefix}${encodeURIComponent(id)}`);
        });
    },
    read(uri, origin) {
      const kind = kinds.find(({ prefix }) => uri.startsWith(prefix));
      if (kind === undefined) return null;
      const id = decode(uri.slice(kind.prefix.length));
      if (id === null) throw new ResourceNotFoundError(uri);
      return readOne(kind, uri, { id, origin });
    },
  };
}

/** Callers without a person behind them reach what the app reaches. */
function isTheirs({ path }: ToldChange, { person }: Caller): boolean {
  if (person === null) return true;
  return path[0] === 'users' && path[1]?.toLowerCase() === person.oid.toLowerCase();
}

function decode(encoded: string): string | null {
  if (encoded === '' || /[/?#]/.test(encoded)) return null;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return null;
  }
}
