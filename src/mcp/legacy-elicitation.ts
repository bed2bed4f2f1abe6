import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isJSONRPCResultResponse, type JSONRPCRequest } from '@modelcontextprotocol/server';
import type { Elicit } from '../operations/operation-call.js';
import type { LegacyShows } from './create-server.js';
import { nothingToFillIn, showsForms, showsUrls, toAction } from './elicitation.js';
import type { ElicitationBox } from './elicitation-box.js';
import type { LegacyAnswer } from './legacy-answer.js';

/**
 * What people are shown in the older era, where a client says only once what it can, and nothing of it is kept here: clients
 * are given a session id that says so, which they bring along. It holds nothing else, and lets nobody in.
 * https://modelcontextprotocol.io/specification/2025-11-25/client/elicitation
 */
export interface LegacyElicitation {
  /** The headers of the answer to `initialize`. */
  sessionHeader(request: JSONRPCRequest): readonly string[];
  /** Null: the client shows nothing, or nothing can be said to it before the answer. */
  shows(request: Pick<IncomingMessage, 'headers'>, answer: LegacyAnswer): LegacyShows | null;
  /** Keeps what a person said, where a message is that. */
  takeAnswer(message: unknown): Promise<void>;
}

const sessionName = 'Mcp-Session-Id';

/** What stands in front of a session id, by what its client shows. */
const sessionKinds = [
  { prefix: 'shows-urls-', canElicit: true, canElicitForm: false },
  { prefix: 'shows-forms-', canElicit: false, canElicitForm: true },
  { prefix: 'shows-both-', canElicit: true, canElicitForm: true },
  // Shows nothing, and can take calls back by it.
  { prefix: 'shows-none-', canElicit: false, canElicitForm: false },
] as const;

/** The session of a request, where it is one of ours by its form. */
export function sessionOf({ headers }: Pick<IncomingMessage, 'headers'>): string | null {
  const session = headers['mcp-session-id'];
  if (typeof session !== 'string') return null;
  return sessionKinds.some(({ prefix }) => session.startsWith(prefix)) ? session : null;
}

export function createLegacyElicitation(box: ElicitationBox): LegacyElicitation {
  return {
    sessionHeader({ method, params }) {
      if (method !== 'initialize') return [];
      const capabilities: unknown = params?.['capabilities'];
      const kind = sessionKinds.find(
        ({ canElicit, canElicitForm }) =>
          canElicit === showsUrls(capabilities) && canElicitForm === showsForms(capabilities),
      );
      if (kind === undefined) return [];
      return [sessionName, kind.prefix + randomBytes(12).toString('base64url')];
    },

    shows({ headers }, answer) {
      const session = headers['mcp-session-id'];
      if (typeof session !== 'string') return null;
      const kind = sessionKinds.find(({ prefix }) => session.startsWith(prefix));
      if (kind === undefined || kind.prefix === 'shows-none-') return null;
      if (!(headers.accept ?? '').includes('text/event-stream')) return null;
      return {
        ...(kind.canElicit && { canElicit: true }),
        ...(kind.canElicitForm && { canElicitForm: true }),
        async show(elicit, signal) {
          const requestId = box.newId();
          const params = toParams(elicit, requestId);
          answer.tell({ jsonrpc: '2.0', id: requestId, method: 'elicitation/create', params });
          const action = await box.take(requestId, signal ?? new AbortController().signal);
          return { id: elicit.id, action };
        },
      };
    },

    async takeAnswer(message) {
      if (isJSONRPCResultResponse(message) && box.isOurs(message.id)) {
        await box.put(message.id, toAction(message.result) ?? 'cancel');
      } else if (isErrorOf(message, box)) await box.put(message.id, 'cancel');
    },
  };
}

function toParams(elicit: Elicit, requestId: string) {
  const { message } = elicit;
  switch (elicit.kind) {
    case 'url':
      return { mode: 'url', elicitationId: requestId, url: elicit.url, message };
    case 'form':
      // Without `mode`, as clients of before 2025-11-25 know it: a form is what is meant then.
      return { message, requestedSchema: nothingToFillIn };
  }
}

/** A client that fails to show it has not shown it. */
function isErrorOf(message: unknown, box: ElicitationBox): message is { readonly id: string } {
  if (typeof message !== 'object' || message === null || !('error' in message)) return false;
  return 'id' in message && box.isOurs(message.id);
}
