import type { HeaderPairs } from './send.js';

/** Server-sent events, which proxies must pass on as they come. https://html.spec.whatwg.org/multipage/server-sent-events.html */
export const eventStreamHeaders: HeaderPairs = [
  'Content-Type',
  'text/event-stream',
  'Cache-Control',
  'no-cache, no-transform',
  'X-Accel-Buffering',
  'no',
];
