import { describe, expect, it } from 'vitest';
import { readOptions } from '../../../bridge/src/options.js';

const read = (args: readonly string[], env: Record<string, string> = {}) => readOptions(args, env);

describe('the command line of the bridge', () => {
  it('names the endpoint, with a profile behind it', () => {
    const endpointOf = (...args: string[]) => {
      const command = read(args);
      return command.kind === 'run' ? command.options.url.href : command;
    };
    expect(endpointOf('--url', 'https://t.example')).toBe('https://t.example/mcp');
    expect(endpointOf('--url', 'https://t.example/x/', '--profile', 'mail,core-readonly')).toBe(
      'https://t.example/x/mail,core-readonly',
    );
    expect(endpointOf('--url', 'http://127.0.0.1:8000')).toBe('http://127.0.0.1:8000/mcp');
    expect(endpointOf('--url', 'http://localhost:8000/mcp')).toBe('http://localhost:8000/mcp');
  });

  it.each([
    [[], '--url'],
    [['--url', 'ftp://t.example'], 'must begin with https'],
    [['--url', 'http://t.example/mcp'], 'must be https'],
    [['--url', 'http://127.0.0.1.t.example/mcp'], 'must be https'],
    [['--url', 'https://t.example', '--profile', '../admin'], '--profile'],
    [['--url', 'https://t.example', '--callback-port', '70000'], '--callback-port'],
  ])('is wrong with %j', (args, words) => {
    expect(read(args)).toMatchObject({ kind: 'wrong', message: expect.stringContaining(words) });
  });

  it('does not repeat a header that is none: a secret may stand in it', () => {
    const wrong = read(['--url', 'https://t.example', '--header', 'My name: secret']);
    expect(wrong).toMatchObject({ kind: 'wrong' });
    expect(JSON.stringify(wrong)).not.toContain('secret');
  });

  it('goes before the environment', () => {
    const env = { TANDEM_URL: 'https://env.example', TANDEM_API_KEY: 'of-env' };
    expect(read([], env)).toMatchObject({ options: { key: 'of-env', opensBrowser: true } });
    const said = read(['--url', 'https://t.example', '--key', 'said', '--no-browser'], env);
    expect(said).toMatchObject({ options: { key: 'said', opensBrowser: false } });
  });
});
