import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readOptions } from '../../../bridge/src/options.js';
import { hostSchemas } from './host-schemas.js';

const document = readFileSync(new URL('../../../docs/hosts.md', import.meta.url), 'utf8');
const snippets = [...document.matchAll(/<!-- host: ([\w-]+) -->\s+```json\n(.*?)```/gs)].map(
  ([, host = '', text = '']) => ({ host, text }),
);

describe('the configurations for hosts in the documentation', () => {
  it('are there for every host that is named', () => {
    expect(new Set(snippets.map(({ host }) => host))).toEqual(new Set(Object.keys(hostSchemas)));
    expect(document.match(/```json/g)).toHaveLength(snippets.length);
  });

  it.each(snippets)('are what $host takes', ({ host, text }) => {
    expect(hostSchemas[host]?.safeParse(JSON.parse(text)).error?.issues ?? []).toEqual([]);
  });

  it('start the bridge with arguments that it knows', () => {
    const lines = [...document.matchAll(/"args": (\[.*?\])/g)].map(
      ([, list = '']) => JSON.parse(list) as string[],
    );
    expect(lines.length).toBeGreaterThan(2);
    for (const [yes, program, ...args] of lines) {
      expect([yes, program]).toEqual(['-y', 'tandem-mcp']);
      expect(readOptions(args, {})).toMatchObject({ kind: 'run' });
    }
  });
});

describe("the bridge's command line", () => {
  it.each([
    [['--url', 'https://a.example'], 'https://a.example/mcp'],
    [
      ['--url', 'https://a.example/', '--profile', 'mail,calendar'],
      'https://a.example/mcp/mail,calendar',
    ],
    [['--url', 'http://127.0.0.1:8000/mcp'], 'http://127.0.0.1:8000/mcp'],
  ])('%j leads to %s', (args, url) => {
    expect(readOptions(args, {})).toMatchObject({ kind: 'run', options: { url: new URL(url) } });
  });

  it('takes address and key from the environment, which other programs do not see', () => {
    const env = { TANDEM_URL: 'https://a.example', TANDEM_API_KEY: 'secret' };
    expect(readOptions([], env)).toMatchObject({ kind: 'run', options: { key: 'secret' } });
  });

  it.each([
    [['--url', 'ftp://a.example']],
    [['--url', 'http://a.example']],
    [['--url', 'https://a.example', '--profile', '../x']],
    [['--url', 'https://a.example', '--header', 'nothing']],
    [['--url', 'https://a.example', '--callback-port', '70000']],
  ])('refuses %j, and repeats no secret', (args) => {
    const command = readOptions([...args], { TANDEM_API_KEY: 'secret' });
    expect(command.kind).toBe('wrong');
    expect(JSON.stringify(command)).not.toContain('secret');
  });
});
