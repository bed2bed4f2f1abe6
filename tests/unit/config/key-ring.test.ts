import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatKey, keyRing } from '../../../src/config/key-ring.js';
import { Secret } from '../../../src/config/secret.js';

const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,32}$/);
const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((key) => Buffer.from(key));
const entry = (name: string, fill: number, length = 32) =>
  `${name}:${Buffer.alloc(length, fill).toString('base64')}`;
const problemsOf = (text: string) =>
  keyRing()
    .safeParse(text)
    .error?.issues.map(({ message }) => message) ?? [];

test('Every list of keys is read as it was written, the current one first', () => {
  fc.assert(
    fc.property(
      fc
        .uniqueArray(fc.tuple(id, bytes), {
          minLength: 1,
          maxLength: 5,
          selector: ([name]) => name,
        })
        .filter((keys) => new Set(keys.map(([, key]) => key.toString('hex'))).size === keys.length),
      (keys) => {
        const text = keys.map(([name, key]) => formatKey({ id: name, key: new Secret(key) }));
        const ring = keyRing().parse(text.join(', '));
        expect(ring.map(({ id: name, key }) => [name, key.reveal()])).toEqual(keys);
      },
    ),
  );
});

test.each([
  ['', 'write id:key'],
  [Buffer.alloc(32, 7).toString('base64'), 'write id:key'],
  [entry('', 7), 'write an id'],
  [entry('a b', 7), 'write an id'],
  [entry('x'.repeat(33), 7), 'write an id'],
  [entry('a', 7, 31), 'the key "a" has 31 bytes'],
  [entry('a', 7, 33), 'the key "a" has 33 bytes'],
  ['a:', 'the key "a" has 0 bytes'],
  ['a:not base64!', 'the key "a" is no base64'],
  [`${entry('a', 7)}x`, 'the key "a" is no base64'],
  // Other bits at the end than those that 32 bytes leave there.
  [`a:${'A'.repeat(42)}B=`, 'the key "a" is no base64'],
  [`${entry('a', 7)},`, 'entry 2: write id:key'],
  [`${entry('a', 7)},${entry('a', 8)}`, 'the id "a" is used twice'],
  [`${entry('a', 7)},${entry('b', 7)}`, 'the key "b" is the key "a" again'],
])('The list "%s" is refused: %s', (text, problem) => {
  expect(problemsOf(text).join('\n')).toContain(problem);
});

test('No problem quotes a key', () => {
  const written = Buffer.alloc(31, 7).toString('base64');
  const text = `${written},a:${written},${written}:a,b:${written}!`;
  const problems = problemsOf(text);
  expect(problems).toHaveLength(4);
  expect(problems.join('\n')).not.toContain(written.slice(0, 10));
});

test('A key is not printed by accident', () => {
  const ring = keyRing().parse(entry('a', 7));
  expect(JSON.stringify(ring)).toBe('[{"id":"a","key":"[redacted]"}]');
});
