import { parseArgs } from 'node:util';
import { BootstrapError, messageOf } from './bootstrap-error.mjs';

/**
 * @typedef {object} StartOptions
 * @property {boolean} help
 * @property {boolean} fresh
 * @property {boolean} yes
 * @property {string | null} dataDir
 * @property {Ports} ports null: not given
 */

/**
 * @typedef {{ [Name in keyof typeof portOptions]: number | null }} Ports
 */

const portOptions = {
  port: 'REST, MCP and health (PORT, or 8000)',
  'board-port': 'the board page (8444)',
  'graph-port': "the emulator's Graph, https (8443)",
  'ui-port': "Temporal's Web UI (8233)",
  'temporal-port': 'Temporal (7233)',
  'redis-port': 'Redis (6379)',
};

export const help = `Brings up everything that Tandem needs on this machine, and Tandem.

  npm start [-- options]

${Object.entries(portOptions)
  .map(([name, what]) => `  --${name} N`.padEnd(24) + what)
  .join('\n')}
  --data-dir DIR        where data and logs are kept (TANDEM_DATA_DIR, or .tandem); demo, doctor and keys find what
                        runs there by TANDEM_DATA_DIR
  --fresh               begin with empty data: the folder's Redis, Temporal and emulator are deleted
  --yes                 install Redis with the system's package manager without asking
  --help                this text

A port that is taken is reported, and the next free one used; 0 means any.
What is set is used instead of being started: REDIS_URL or REDIS_HOST, TEMPORAL_ADDRESS, AZURE_CLIENT_ID (a real
tenant instead of the emulator). A file .env in the project's folder is read; .env.example explains every variable.
`;

/**
 * @param {readonly string[]} args
 * @returns {StartOptions}
 */
export function parseOptions(args) {
  const values = parse(args);
  return {
    help: values['help'] === true,
    fresh: values['fresh'] === true,
    yes: values['yes'] === true,
    dataDir: typeof values['data-dir'] === 'string' ? values['data-dir'] : null,
    ports: {
      port: portOf(values, 'port'),
      'board-port': portOf(values, 'board-port'),
      'graph-port': portOf(values, 'graph-port'),
      'ui-port': portOf(values, 'ui-port'),
      'temporal-port': portOf(values, 'temporal-port'),
      'redis-port': portOf(values, 'redis-port'),
    },
  };
}

/**
 * @param {readonly string[]} args
 * @returns {Record<string, string | boolean | undefined>}
 */
function parse(args) {
  const text = { type: /** @type {const} */ ('string') };
  const flag = { type: /** @type {const} */ ('boolean') };
  const ports = Object.fromEntries(Object.keys(portOptions).map((name) => [name, text]));
  const options = { ...ports, 'data-dir': text, fresh: flag, yes: flag, help: flag };
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    throw new BootstrapError(`${messageOf(error)}\n\n${help}`);
  }
}

/**
 * @param {Record<string, string | boolean | undefined>} values
 * @param {string} name
 * @returns {number | null}
 */
function portOf(values, name) {
  const value = values[name];
  if (value === undefined) return null;
  if (/^\d{1,5}$/.test(String(value)) && Number(value) <= 65_535) return Number(value);
  throw new BootstrapError(`--${name}: write a port from 0 to 65535, not "${value}"`);
}
