import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readDemoOptions } from '../../../src/demo/options.js';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe('the options of the demo', () => {
  it('find what npm start has brought up', () => {
    const options = readDemoOptions([], { TANDEM_DATA_DIR: running() });
    expect(options?.mcpUrl.href).toBe('http://127.0.0.1:9001/mcp');
    expect(options?.boardUrl?.href).toBe('http://localhost:9002/');
  });

  it('stand before the environment, and that before what runs', () => {
    const env = { TANDEM_DATA_DIR: running(), TANDEM_MCP_URL: 'http://env:1/mcp' };
    expect(readDemoOptions([], env)?.mcpUrl.host).toBe('env:1');
    expect(readDemoOptions(['--url', 'http://arg:2/mcp'], env)?.mcpUrl.host).toBe('arg:2');
  });

  it('go to the usual port where nothing is known', () => {
    const options = readDemoOptions([], { TANDEM_DATA_DIR: '/nowhere' });
    expect(options?.mcpUrl.href).toBe('http://127.0.0.1:8000/mcp');
    expect(options?.boardUrl).toBeNull();
  });

  it('wait longer for a person than for a played one', () => {
    expect(readDemoOptions([], {})?.timeoutMs).toBe(600_000);
    expect(readDemoOptions(['--auto'], {})?.timeoutMs).toBe(60_000);
    expect(readDemoOptions(['--timeout', '5'], {})?.timeoutMs).toBe(5_000);
  });

  it('can ask for help', () => {
    expect(readDemoOptions(['--help'], {})).toBeNull();
  });

  it.each([
    [['--atuo'], /--atuo/],
    [['--timeout', 'soon'], /seconds/],
    [['--url', 'nowhere'], /no URL/],
  ])('%j are refused in words', (args, message) => {
    expect(() => readDemoOptions(args, {})).toThrow(message);
  });
});

function running(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-demo-'));
  folders.push(folder);
  const notes = { Board: 'http://localhost:9002', MCP: 'http://127.0.0.1:9001/mcp' };
  writeFileSync(join(folder, 'lock.json'), JSON.stringify({ notes }));
  return folder;
}
