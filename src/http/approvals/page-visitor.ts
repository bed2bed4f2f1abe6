import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DecidingParty } from '../../approvals/approvals.js';
import type { HeaderPairs } from '../send.js';

/** A person at the page. */
export interface PageVisitor {
  readonly decider: DecidingParty;
  /** In forms: no other site can know it. */
  readonly token: string;
  /** What the browser is given to keep. */
  readonly headers: HeaderPairs;
}

/** How people at the page are known. */
export interface PageVisitors {
  /** Null: nobody has signed in. */
  read(request: IncomingMessage, response: ServerResponse): Promise<PageVisitor | null>;
  /** Where they sign in; null: they cannot. */
  readonly signInPath: string | null;
}
