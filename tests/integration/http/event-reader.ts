export interface SseMessage {
  readonly event: string;
  readonly id: string;
  readonly data: unknown;
}

export interface EventReader {
  readonly status: number;
  readonly contentType: string;
  readonly messages: readonly SseMessage[];
  /** The last id seen, messages without data included: where a browser would come back to. */
  readonly lastId: () => string;
  readonly comments: () => number;
  /** Resolves when the server has ended the stream. */
  readonly ended: Promise<void>;
  close(): void;
}

/** Reads Server-Sent Events as a browser would. */
export async function readEventStream(
  url: string,
  headers: Record<string, string> = {},
): Promise<EventReader> {
  const abort = new AbortController();
  const response = await fetch(url, { headers, signal: abort.signal });
  const messages: SseMessage[] = [];
  let lastId = '';
  let comments = 0;
  const take = (block: string) => {
    const fields = new Map<string, string>();
    for (const line of block.split('\n')) {
      if (line.startsWith(':')) comments += 1;
      const colon = line.indexOf(': ');
      fields.set(line.slice(0, colon), line.slice(colon + 2));
    }
    lastId = fields.get('id') ?? lastId;
    const data = fields.get('data');
    if (data === undefined) return;
    messages.push({ event: fields.get('event') ?? 'message', id: lastId, data: JSON.parse(data) });
  };
  const read = async () => {
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n')) {
        take(text.slice(0, end));
        text = text.slice(end + 2);
      }
    }
  };
  return {
    status: response.status,
    contentType: response.headers.get('content-type') ?? '',
    messages,
    lastId: () => lastId,
    comments: () => comments,
    ended: read().catch((error: unknown) => {
      if (!abort.signal.aborted) throw error;
    }),
    close: () => abort.abort(),
  };
}
