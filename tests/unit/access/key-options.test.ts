import { describe, expect, it } from 'vitest';
import { readKeyCommand } from '../../../src/access/key-options.js';
import { scopes } from '../../../src/domain/access/caller.js';

const now = Date.parse('2026-12-01T10:00:00Z');
const create = (...args: readonly string[]) =>
  readKeyCommand(['create', '--name', 'bot', '--scopes', 'all', ...args], now);

describe('the key commands', () => {
  it('read what a key is to be', () => {
    expect(create()).toEqual({
      kind: 'create',
      isSameAgent: false,
      key: { name: 'bot', scopes, plans: null, policy: 'all', approvals: null, expiresAt: null },
    });
    expect(
      readKeyCommand(
        ['create', '--name', 'b', '--scopes', 'tasks:write, tasks:read', '--plans', 'P1,P2,P1'],
        now,
      ),
    ).toMatchObject({ key: { scopes: ['tasks:read', 'tasks:write'], plans: ['P1', 'P2'] } });
  });

  it.each([
    ['90d', '2027-03-01T10:00:00.000Z'],
    ['12h', '2026-12-01T22:00:00.000Z'],
    ['2027-01-01', '2027-01-01T00:00:00.000Z'],
    ['2027-01-01T00:00:00+02:00', '2026-12-31T22:00:00.000Z'],
  ])('understand that a key expires in or at %s', (text, expiresAt) => {
    expect(create('--expires', text)).toMatchObject({ key: { expiresAt } });
  });

  it.each([
    [['create'], '--name'],
    [['create', '--name', 'a b', '--scopes', 'all'], '--name'],
    [['create', '--name', 'bot'], '--scopes'],
    [['create', '--name', 'bot', '--scopes', 'tasks:raed'], 'tasks:raed is none'],
    [['create', '--name', 'bot', '--scopes', 'all', '--plans', ''], '--plans'],
    [['create', '--name', 'bot', '--scopes', 'all', '--plans', 'a plan'], '--plans'],
    [['create', '--name', 'bot', '--scopes', 'all', '--policy', 'mine'], 'all, own, read'],
    [['create', '--name', 'bot', '--scopes', 'all', '--expires', '2025-01-01'], '--expires'],
    [['create', '--name', 'bot', '--scopes', 'all', '--expires', 'soon'], '--expires'],
    [['create', '--nam', 'bot'], '--nam'],
    [['revoke'], '--name'],
    [['destroy'], 'none of create, list and revoke'],
  ])('refuse %j and say what to write', (args, message) => {
    expect(() => readKeyCommand(args, now)).toThrow(message);
  });

  it('show their help', () => {
    for (const args of [[], ['--help'], ['create', '--help'], ['list', '-h']]) {
      expect(readKeyCommand(args, now)).toEqual({ kind: 'help' });
    }
  });
});
