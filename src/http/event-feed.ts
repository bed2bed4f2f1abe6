import type { IncomingMessage, ServerResponse } from 'node:http';
export interface EventFeed {
  isWanted(request: IncomingMessage): boolean;
  serve(request: IncomingMessage, response: ServerResponse): void;
}
