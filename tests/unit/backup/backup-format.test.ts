import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeLines } from '../../../src/backup/backup-file.js';
import type { DataLine, KeyContent, KeyLine } from '../../../src/backup/backup-line.js';
import { readBackup } from '../../../src/backup/read-backup.js';
import { fromStoredText, toStoredText } from '../../../src/backup/stored-text.js';
import { aBackup, aDocument, aTaskLine, header } from './a-backup.js';

let folder: string;
let file: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-backup-format-'));
  file = join(folder, 'backup.ndjson');
});
afterAll(() => rmSync(folder, { recursive: true }));

async function* failing(): AsyncGenerator<string> {
  yield 'first line\n';
  throw new Error('Redis went away');
}

async function read(path = file): Promise<readonly unknown[]> {
  const lines: unknown[] = [];
  for await (const line of readBackup(path)) lines.push(line);
  return lines;
}

const stored = fc.uint8Array({ maxLength: 40 }).map((bytes) => toStoredText(Buffer.from(bytes)));
const text = fc.oneof(fc.string({ unit: 'grapheme' }), stored);
const common = {
  key: fc.string({ minLength: 1 }),
};
const content: fc.Arbitrary<KeyContent> = fc.oneof(
  fc.record({
    ...common,
    type: fc.constant('string' as const),
    value: text,
    expiresAt: fc.integer({ min: 1 }),
  }),
  fc.record({
    ...common,
    type: fc.constant('hash' as const),
    value: fc.array(fc.tuple(text, text)),
  }),
  fc.record({ ...common, type: fc.constant('set' as const), value: fc.array(text) }),
  fc.record({ ...common, type: fc.constant('list' as const), value: fc.array(text) }),
  fc.record({
    ...common,
    type: fc.constant('zset' as const),
    value: fc.array(fc.tuple(text, fc.double({ noNaN: true }).map(String))),
  }),
  fc.record({
    ...common,
    type: fc.constant('stream' as const),
    value: fc.array(
      fc.tuple(
        fc.nat().map((ms) => `${ms}-0`),
        fc.array(text),
      ),
    ),
    meta: fc.constant({ lastId: '5-0', added: 7, maxDeletedId: '0-0' }),
  }),
);
const keyLine: fc.Arbitrary<KeyLine> = fc.record({
  kind: fc.constant('key' as const),
  part: fc.nat({ max: 3 }),
  content,
});
const dataLine: fc.Arbitrary<DataLine> = fc.oneof(
  keyLine,
  fc.array(content).map((keys) => ({ ...aTaskLine({ document: aDocument() }), keys })),
);

describe('a backup file', () => {
  it('gives back every line as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(dataLine, { maxLength: 8 }),
        fc.boolean(),
        async (lines, isPacked) => {
          const whole = await aBackup(lines);
          const path = isPacked ? `${file}.gz` : file;
          const source = async function* () {
            yield whole;
          };
          await writeLines(path, source(), {
            isReplacing: true,
            signal: new AbortController().signal,
          });
          expect(await read(path)).toEqual([header, ...lines]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('holds any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const written: unknown = JSON.parse(JSON.stringify(toStoredText(Buffer.from(bytes))));
        const back = fromStoredText(written as ReturnType<typeof toStoredText>);
        expect(Buffer.from(back)).toEqual(Buffer.from(bytes));
      }),
    );
  });

  it('that is cut off anywhere is refused', async () => {
    const whole = Buffer.from(await aBackup([aTaskLine({ document: aDocument() })]));
    for (let length = 0; length < whole.length; length += 7) {
      writeFileSync(file, whole.subarray(0, length));
      await expect(read(), `cut at ${length}`).rejects.toThrow(/cut off|empty|not a backup/);
    }
    writeFileSync(file, whole.subarray(0, -1));
    await expect(read()).rejects.toMatchObject({ code: 'damaged' });
  });

  it('that is cut off is refused compressed too', async () => {
    const packed = gzipSync(await aBackup([aTaskLine({ document: aDocument() })]));
    for (const length of [20, packed.length / 2, packed.length - 9, packed.length - 1]) {
      writeFileSync(file, packed.subarray(0, length));
      await expect(read(), `cut at ${length}`).rejects.toMatchObject({ code: 'damaged' });
    }
  });

  it('of which one byte was changed is refused', async () => {
    const whole = Buffer.from(await aBackup([aTaskLine({ document: aDocument() })]));
    for (let at = 0; at < whole.length; at += 3) {
      const changed = Buffer.from(whole);
      changed[at] = changed[at] === 49 ? 50 : 49;
      if (changed.equals(whole)) continue;
      writeFileSync(file, changed);
      await expect(read(), `byte ${at}`).rejects.toMatchObject({ name: 'BackupError' });
    }
  });

  it('of which a line is missing or stands behind the end is refused', async () => {
    const line = aTaskLine({ document: aDocument() });
    const whole = (await aBackup([line, line])).trimEnd().split('\n');
    writeFileSync(file, `${[whole[0], whole[1], whole[3]].join('\n')}\n`);
    await expect(read()).rejects.toMatchObject({ code: 'damaged' });
    writeFileSync(file, `${[...whole, whole[1]].join('\n')}\n`);
    await expect(read()).rejects.toThrow('behind its end');
  });

  it('of another kind is refused by what it is', async () => {
    writeFileSync(file, '{"some":"json"}\n');
    await expect(read()).rejects.toMatchObject({ code: 'not_a_backup' });
    writeFileSync(file, Buffer.from([0x1f, 0x8b, 1, 2, 3, 4]));
    await expect(read()).rejects.toMatchObject({ code: 'damaged' });
    writeFileSync(file, '');
    await expect(read()).rejects.toThrow('is empty');
    await expect(read(join(folder, 'nowhere'))).rejects.toThrow('there is no such file');
    await expect(read(folder)).rejects.toThrow('it is a folder');
  });

  it('of a newer version is refused with what to do', async () => {
    writeFileSync(file, (await aBackup([])).replace('"version":1', '"version":2'));
    await expect(read()).rejects.toThrow('has version 2 of the format');
  });

  it('is not there when writing it failed, and an earlier one stays', async () => {
    writeFileSync(file, 'earlier');
    const options = { isReplacing: true, signal: new AbortController().signal };
    await expect(writeLines(file, failing(), options)).rejects.toThrow('Redis went away');
    expect(readFileSync(file, 'utf8')).toBe('earlier');
    expect(readdirSync(folder).filter((name) => name.endsWith('.partial'))).toEqual([]);
  });
});
