import { createConnection, isIP } from 'node:net';
import { connect as createTlsConnection } from 'node:tls';
import { BootstrapError } from './bootstrap-error.mjs';

/**
 * @typedef {object} Endpoint
 * @property {string} host
 * @property {number} port
 * @property {string | null} username
 * @property {string | null} password
 * @property {boolean} tls
 * @property {string | null} ca certificates (PEM) of who may vouch for it; null: those that Node trusts
 */

/**
 * Asks a Redis that we did not start for its version.
 * @param {Endpoint} endpoint
 * @returns {Promise<string | null>} "7.2.4"; null when it cannot be reached now, which server and worker wait out
 */
export async function checkRedis(endpoint) {
  const answer = await info(endpoint);
  if (answer === null) return null;
  const version = /redis_version:(\d+)\.(\S+)/.exec(answer);
  if (version === null) {
    throw new BootstrapError(
      `${endpoint.host}:${endpoint.port} does not answer like Redis: ${answer.slice(0, 80).trim()}`,
    );
  }
  const text = `${version[1]}.${version[2]}`;
  if (Number(version[1]) < 7) {
    throw new BootstrapError(`Redis 7 or newer is needed, ${endpoint.host} has ${text}.`);
  }
  return text;
}

/**
 * @param {Endpoint} endpoint
 * @returns {Promise<string | null>}
 */
function info({ host, port, username, password, tls, ca }) {
  return new Promise((resolve) => {
    let answer = '';
    const options = { host, port, timeout: 5000 };
    const socket = tls
      ? createTlsConnection({
          ...options,
          ...(isIP(host) === 0 && { servername: host }),
          ...(ca !== null && { ca }),
        })
      : createConnection(options);
    socket.setEncoding('utf8');
    socket.once(tls ? 'secureConnect' : 'connect', () => {
      const who = username === null ? [] : [username];
      const auth = password === null ? '' : command(['AUTH', ...who, password]);
      socket.write(auth + command(['INFO', 'server']) + command(['QUIT']));
    });
    socket.on('data', (text) => (answer += text));
    socket.once('timeout', () => socket.destroy());
    socket.once('error', () => resolve(null));
    socket.once('close', () => resolve(answer === '' ? null : answer));
  });
}

/**
 * @param {readonly string[]} words
 * @returns {string} in Redis' wire format, which takes any characters in a password
 */
function command(words) {
  const parts = words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`);
  return `*${words.length}\r\n${parts.join('')}`;
}
