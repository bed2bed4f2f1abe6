/** What Graph answered; null where no answer came. */
export interface GraphAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Graph's own routes with one person's token. */
export interface GraphDoor {
  send(
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    request?: { readonly etag?: string; readonly body?: object },
  ): Promise<GraphAnswer | null>;
}

const patienceMs = 15_000;

export function graphDoor(boardUrl: string, accessToken: string): GraphDoor {
  return {
    async send(method, path, { etag, body } = {}) {
      try {
        const response = await fetch(path.startsWith('http') ? path : `${boardUrl}/v1.0${path}`, {
          method,
          headers: {
            Authorization: `Bearer ${accessToken}`,
            ...(etag !== undefined && { 'If-Match': etag }),
            ...(body !== undefined && { 'Content-Type': 'application/json' }),
          },
          ...(body !== undefined && { body: JSON.stringify(body) }),
          signal: AbortSignal.timeout(patienceMs),
        });
        const text = await response.text();
        return { status: response.status, body: text === '' ? null : JSON.parse(text) };
      } catch {
        return null;
      }
    },
  };
}

const pageLimit = 1_000;

/** All pages of a list; null when one of them could not be had. */
export async function listAll(door: GraphDoor, path: string): Promise<readonly unknown[] | null> {
  const rows: unknown[] = [];
  let next: string | null = path;
  for (let page = 0; next !== null && page < pageLimit; page += 1) {
    const answer: GraphAnswer | null = await door.send('GET', next);
    if (answer?.status !== 200) return null;
    const { value, '@odata.nextLink': link } = toPage(answer.body);
    rows.push(...value);
    next = link ?? null;
  }
  return rows;
}

function toPage(body: unknown): { value: unknown[]; '@odata.nextLink'?: string } {
  if (typeof body === 'object' && body !== null && 'value' in body && Array.isArray(body.value)) {
    const link = '@odata.nextLink' in body ? body['@odata.nextLink'] : undefined;
    return { value: body.value, ...(typeof link === 'string' && { '@odata.nextLink': link }) };
  }
  throw new Error('Graph answered a list without rows');
}
