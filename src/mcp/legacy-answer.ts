import type { IncomingMessage, ServerResponse } from 'node:http';
import type { JSONRPCMessage } from '@modelcontextprotocol/server';
import { eventStreamHeaders } from '../http/event-stream-headers.js';
import { sendRpcJson } from './send-rpc.js';

/** The answer to one request of the older era: plain JSON, or an event stream from the first message that comes before it. */
export interface LegacyAnswer {
  /** Something before the answer; dropped where the client takes no stream. */
  tell(message: JSONRPCMessage): void;
  end(answer: JSONRPCMessage): void;
}

export function createLegacyAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  headers: readonly string[] = [],
): LegacyAnswer {
  const takesStream = (request.headers.accept ?? '').includes('text/event-stream');
  const write = (message: JSONRPCMessage): void => {
    if (!response.headersSent) {
      response.writeHead(200, [...eventStreamHeaders, ...headers]);
    }
    response.write(`event: message\ndata: ${JSON.stringify(message)}\n\n`);
  };
  return {
    tell(message) {
      if (takesStream && !response.destroyed && !response.writableEnded) write(message);
    },
    end(answer) {
      if (!response.headersSent) {
        sendRpcJson(response, 200, JSON.stringify(answer), headers);
        return;
      }
      write(answer);
      response.end();
    },
  };
}
