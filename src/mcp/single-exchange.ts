import type { JSONRPCMessage, JSONRPCRequest, Transport } from '@modelcontextprotocol/server';

/**
 * The older era without sessions: one request in, its answer out, as plain JSON. The SDK's own transport for this
 * leg always opens an event stream and a web Response for it, which costs as much as the call itself.
 */
export class SingleExchange implements Transport {
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage: Transport['onmessage'];

  #settle: ((answer: JSONRPCMessage | null) => void) | null = null;
  #requestId: string | number | null = null;

  async start(): Promise<void> {
    // Nothing to open: the request is already here.
  }

  /** `onBefore`: what comes before the answer. */
  constructor(private readonly onBefore: (message: JSONRPCMessage) => void) {}

  /** The answer; null when the exchange was closed before there was one. */
  exchange(request: JSONRPCRequest): Promise<JSONRPCMessage | null> {
    this.#requestId = request.id;
    return new Promise((resolve) => {
      this.#settle = resolve;
      this.onmessage?.(request);
    });
  }

  async send(message: JSONRPCMessage): Promise<void> {
    if ('id' in message && message.id === this.#requestId && !('method' in message)) {
      this.#settle?.(message);
      this.#settle = null;
    } else this.onBefore(message);
  }

  async close(): Promise<void> {
    this.#settle?.(null);
    this.#settle = null;
    this.onclose?.();
  }
}
