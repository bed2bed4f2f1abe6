import { afterEach, describe, expect, it, vi } from 'vitest';
import { attachStream } from '../../../../src/graph/mail/attach-stream.js';
import { smallestSessionBytes } from '../../../../src/graph/mail/attachments.js';

afterEach(() => void vi.unstubAllGlobals());

/** A mailbox that takes everything, and what it and the place of its sessions were asked. */
function aMailbox() {
  const asked: string[] = [];
  const graph = {
    send: async ({ method, path }: { method: string; path: string }) => {
      asked.push(`${method} ${path.split('/').at(-1)}`);
      return { status: 201, body: { id: 'A', uploadUrl: 'https://outlook.example/s' } };
    },
  };
  vi.stubGlobal('fetch', async (_url: unknown, { method = 'GET' }: RequestInit) => {
    asked.push(method);
    return new Response(null, { status: method === 'DELETE' ? 204 : 200 });
  });
  return { mailbox: { graph: graph as never, path: '/users/u' }, asked };
}

async function* bytesOf(length: number) {
  yield new Uint8Array(length);
}

const file = (size: number | null, sent: number) => ({
  name: 'a.bin',
  contentType: 'application/octet-stream',
  size,
  bytes: bytesOf(sent),
});

describe('a file', () => {
  it('of few bytes is attached at once, also without a size', async () => {
    const { mailbox, asked } = aMailbox();
    expect(await attachStream(mailbox, 'M', file(5, 5))).toBe(5);
    expect(await attachStream(mailbox, 'M', file(null, 7))).toBe(7);
    expect(asked).toEqual(['POST attachments', 'POST attachments']);
  });

  it.each([4, 6])('of 5 bytes of which %i come is not attached', async (sent) => {
    const { mailbox, asked } = aMailbox();
    await expect(attachStream(mailbox, 'M', file(5, sent))).rejects.toThrow('another size');
    expect(asked).toEqual([]);
  });

  it.each([-1, 1])('of many bytes, and %i, has its session ended', async (more) => {
    const { mailbox, asked } = aMailbox();
    const size = smallestSessionBytes;
    await expect(attachStream(mailbox, 'M', file(size, size + more))).rejects.toThrow(
      'another size',
    );
    expect(asked.at(0)).toBe('POST createUploadSession');
    expect(asked.at(-1)).toBe('DELETE');
  });
});
