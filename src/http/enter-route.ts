import type { IncomingMessage, ServerResponse } from 'node:http';

/** Lets a caller into a route that is no operation; rejects with the ProblemError of the refusal. */
export type EnterRoute = (request: IncomingMessage, response: ServerResponse) => Promise<void>;
