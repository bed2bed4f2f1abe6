import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../src/http/read-json-body.js';

describe('parseJson', () => {
  it.each(['{"title":"x"}', '[1]', '"text"', 'null', '{"a":{"b":[{"c":1}]}}'])(
    'reads %s',
    (text) => {
      expect(parseJson(Buffer.from(text))).toEqual(JSON.parse(text));
    },
  );

  it.each(['', '{', '{"title":}', 'undefined', "{'a':1}", '{"a":1}x', '\uFEFF{}'])(
    'refuses %j',
    (text) => {
      expect(() => parseJson(Buffer.from(text))).toThrow(
        expect.objectContaining({ code: 'invalid_json' }),
      );
    },
  );

  it('refuses what is not UTF-8', () => {
    expect(() => parseJson(Buffer.from([0x22, 0xff, 0x22]))).toThrow('not UTF-8');
  });

  it('refuses nesting that nobody can write again', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(() => parseJson(Buffer.from(deep))).toThrow('Nested deeper');
  });

  it('takes a long and flat body', () => {
    const long = JSON.stringify({ rows: Array.from({ length: 5_000 }, (_, id) => ({ id })) });
    expect(() => parseJson(Buffer.from(long))).not.toThrow();
  });

  it('does not repeat the text in its message', () => {
    expect(() => parseJson(Buffer.from('{"password": hunter2}'))).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('hunter') }),
    );
  });
});
