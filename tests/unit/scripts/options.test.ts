import { expect, it } from 'vitest';
import { help, parseOptions } from '../../../scripts/lib/options.mjs';

it('names in its help every option that it takes', () => {
  const options = Object.keys(parseOptions([]).ports);
  for (const name of [...options, 'data-dir', 'fresh', 'yes', 'help']) {
    expect(help).toContain(`--${name} `);
  }
});

it('reads ports, folder and flags', () => {
  const options = parseOptions(['--port', '9000', '--data-dir', 'elsewhere', '--fresh']);
  expect(options).toMatchObject({ fresh: true, yes: false, dataDir: 'elsewhere' });
  expect(options.ports).toMatchObject({ port: 9000, 'redis-port': null });
});

it('answers an unknown option with the ones there are', () => {
  expect(() => parseOptions(['--prot', '9000'])).toThrow(/--prot[^]*--port N/);
});

it.each(['abc', '-1', '70000', ''])('refuses "%s" as a port', (port) => {
  expect(() => parseOptions([`--port=${port}`])).toThrow(/--port: write a port/);
});
