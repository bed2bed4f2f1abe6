import type { Worker } from 'node:worker_threads';
import { deflateRawSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { createDocumentReader } from '../../../../src/operations/files/reading/document-reader.js';

/** An archive as Word writes it, as far as readers look. */
function archiveOf(entries: Readonly<Record<string, Buffer>>): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(entries)) {
    const packed = deflateRawSync(content);
    const sizes = (header: Buffer, offset: number): void => {
      header.writeUInt16LE(8, offset - 8);
      header.writeUInt32LE(packed.length, offset + 2);
      header.writeUInt32LE(content.length, offset + 6);
      header.writeUInt16LE(name.length, offset + 10);
    };
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50);
    sizes(local, 16);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50);
    sizes(central, 18);
    central.writeUInt32LE(at, 42);
    locals.push(local, Buffer.from(name), packed);
    centrals.push(central, Buffer.from(name));
    at += local.length + name.length + packed.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(centrals.length / 2, 8);
  end.writeUInt16LE(centrals.length / 2, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}

const wordMl = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const parts = {
  'word/document.xml': Buffer.from(
    `<w:document xmlns:w="${wordMl}"><w:body><w:p><w:r><w:t>Hello</w:t></w:r></w:p></w:body></w:document>`,
  ),
};

describe('a document that may be made to harm', () => {
  it('is read as long as all that it holds is of a size to be read', async () => {
    const reader = createDocumentReader();
    expect(await reader.read(archiveOf(parts), 'docx')).toEqual({ kind: 'text', text: 'Hello' });
    const bomb = archiveOf({ ...parts, 'word/media/a.png': Buffer.alloc(101 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await reader.read(bomb, 'docx')).toEqual({ kind: 'failed', reason: 'unreadable' });
  });

  it('is given up after its time, and where it needs too much memory', async () => {
    const failed = (reason: string) => ({ kind: 'failed', reason });
    const hasty = createDocumentReader({ timeoutMs: 1 });
    expect(await hasty.read(archiveOf(parts), 'docx')).toEqual(failed('too_slow'));
    const narrow = createDocumentReader({ mostMegabytes: 2 });
    expect(await narrow.read(archiveOf(parts), 'docx')).toEqual(failed('too_large'));
  });

  it('is given up when nobody waits for it any more', async () => {
    const nobody = new AbortController();
    const reading = createDocumentReader().read(archiveOf(parts), 'docx', nobody.signal);
    // Its thread begins after what is to be done now.
    await Promise.resolve();
    nobody.abort();
    expect(await reading).toEqual({ kind: 'failed', reason: 'too_slow' });
  });
});

describe('many documents at once', () => {
  /** Tells the threads of this reader from all others. */
  const mostMegabytes = 201;
  let begun = 0;
  const count = ({ resourceLimits }: Worker): void => {
    if (resourceLimits?.maxOldGenerationSizeMb === mostMegabytes) begun += 1;
  };
  afterEach(() => void process.removeListener('worker', count));

  it('are read by two threads, and all of them are read', async () => {
    process.on('worker', count);
    const reader = createDocumentReader({ mostMegabytes });
    const readings = Array.from({ length: 5 }, () => reader.read(archiveOf(parts), 'docx'));
    // No thread can be heard of before all that is to be done now.
    for (let turn = 0; turn < 20; turn += 1) await new Promise<void>((go) => process.nextTick(go));
    expect(begun).toBe(2);
    const texts = (await Promise.all(readings)).map(({ kind }) => kind);
    expect(texts).toEqual(Array.from({ length: 5 }, () => 'text'));
    expect(begun).toBe(5);
  });
});
