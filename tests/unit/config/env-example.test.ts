import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../../src/config/load-config.js';
import { variables } from '../../../src/config/variables.js';

const text = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8');
const lines = text.split('\n');
const assignment = /^# ([A-Z][A-Z_]+)=(.*)$/;
const shown = lines.flatMap((line) => {
  const [, name, value] = assignment.exec(line) ?? [];
  return name === undefined || value === undefined ? [] : [{ name, value }];
});

describe('.env.example', () => {
  it('shows every variable that is read, once, and no other', () => {
    expect(shown.map(({ name }) => name).toSorted()).toEqual(
      Object.keys(variables.shape).toSorted(),
    );
  });

  it('sets nothing by itself', () => {
    expect(lines.filter((line) => !line.startsWith('#') && line.trim() !== '')).toEqual([]);
  });

  it('explains variables before it shows them', () => {
    const unexplained = lines.filter((line, index) => {
      const before = lines[index - 1] ?? '';
      return assignment.test(line) && (before === '' || before.startsWith('# ---'));
    });
    expect(unexplained).toEqual([]);
  });

  it('shows the defaults: using it as it stands changes nothing', () => {
    const azure = { AZURE_TENANT_ID: 't', AZURE_CLIENT_ID: 'c', AZURE_CLIENT_SECRET: 's' };
    const example = Object.fromEntries(shown.map(({ name, value }) => [name, value]));
    expect(loadConfig({ ...example, ...azure })).toEqual(loadConfig(azure));
  });
});
