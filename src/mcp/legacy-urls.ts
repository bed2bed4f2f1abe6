import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isJSONRPCResultResponse, type JSONRPCRequest } from '@modelcontextprotocol/server';
import type { ElicitAnswer, ElicitUrl } from '../operations/operation-call.js';
import { showsUrls, toAction } from './elicitation.js';
import type { ElicitationBox } from './elicitation-box.js';
import type { LegacyAnswer } from './legacy-answer.js';

type ShowUrl = (request: ElicitUrl, signal: AbortSignal | undefined) => Promise<ElicitAnswer>;

/**
 * Addresses for people in the older era, where a client says only once what it can, and nothing of it is kept here: those that
 * show addresses are given a session id that says so, which they bring along. It holds nothing else, and lets nobody in.
 * https://modelcontextprotocol.io/specification/2025-11-25/client/elicitation
 */
export interface LegacyUrls {
  /** The headers of the answer to `initialize`. */
  sessionHeader(request: JSONRPCRequest): readonly string[];
  /** Null: the client shows no addresses, or nothing can be said to it before the answer. */
  showUrl(request: Pick<IncomingMessage, 'headers'>, answer: LegacyAnswer): ShowUrl | null;
  /** Keeps what a person said, where a message is that. */
  takeAnswer(message: unknown): Promise<void>;
}

const sessionName = 'Mcp-Session-Id';
const sessionPrefix = 'shows-urls-';

export function createLegacyUrls(box: ElicitationBox): LegacyUrls {
  return {
    sessionHeader({ method, params }) {
      if (method !== 'initialize' || !showsUrls(params?.['capabilities'])) return [];
      return [sessionName, sessionPrefix + randomBytes(12).toString('base64url')];
    },

    showUrl({ headers }, answer) {
      const session = headers['mcp-session-id'];
      if (typeof session !== 'string' || !session.startsWith(sessionPrefix)) return null;
      if (!(headers.accept ?? '').includes('text/event-stream')) return null;
      return async ({ id, url, message }, signal) => {
        const requestId = box.newId();
        const params = { mode: 'url', elicitationId: requestId, url, message };
        answer.tell({ jsonrpc: '2.0', id: requestId, method: 'elicitation/create', params });
        const action = await box.take(requestId, signal ?? new AbortController().signal);
        return { id, action };
      };
    },

    async takeAnswer(message) {
      if (isJSONRPCResultResponse(message) && box.isOurs(message.id)) {
        await box.put(message.id, toAction(message.result) ?? 'cancel');
      } else if (isErrorOf(message, box)) await box.put(message.id, 'cancel');
    },
  };
}

/** A client that fails to show it has not shown it. */
function isErrorOf(message: unknown, box: ElicitationBox): message is { readonly id: string } {
  if (typeof message !== 'object' || message === null || !('error' in message)) return false;
  return 'id' in message && box.isOurs(message.id);
}
