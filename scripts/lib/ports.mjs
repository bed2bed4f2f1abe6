import { connect, createServer } from 'node:net';

/**
 * @typedef {object} PortBook
 * @property {(preferred: number) => Promise<{ port: number, moved: boolean }>} reserve the preferred port, or the next
 *   free one; 0 means any. A port is given out once, also before its owner listens.
 */

/**
 * @param {string} [host]
 * @returns {PortBook}
 */
export function createPortBook(host = '127.0.0.1') {
  /** @type {Set<number>} */
  const given = new Set();
  return {
    async reserve(preferred) {
      if (preferred !== 0) {
        for (let port = preferred; port < Math.min(preferred + 200, 65_536); port++) {
          if (given.has(port) || !(await isPortFree(port, host))) continue;
          given.add(port);
          return { port, moved: port !== preferred };
        }
      }
      const port = await anyPort(host, given);
      given.add(port);
      return { port, moved: preferred !== 0 };
    },
  };
}

/**
 * @param {number} port
 * @param {string} [host]
 * @returns {Promise<boolean>}
 */
export async function isPortFree(port, host = '127.0.0.1') {
  // Binding alone is not enough everywhere: macOS lets an address be bound beside another program's wildcard.
  return (await canListen(port, host)) && !(await answers(port, host));
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<boolean>}
 */
function canListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<boolean>} whether somebody accepts connections there
 */
export function answers(port, host) {
  return new Promise((resolve) => {
    const target = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
    const socket = connect({ port, host: target, timeout: 1000 });
    /** @param {boolean} answer */
    const settle = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
    socket.once('timeout', () => settle(false));
  });
}

/**
 * @param {string} host
 * @param {ReadonlySet<number>} taken
 * @returns {Promise<number>}
 */
async function anyPort(host, taken) {
  for (;;) {
    const port = await new Promise((resolve, reject) => {
      const server = createServer();
      server.once('error', reject);
      server.listen({ port: 0, host }, () => {
        const address = server.address();
        server.close(() =>
          resolve(typeof address === 'object' && address !== null ? address.port : 0),
        );
      });
    });
    if (!taken.has(port)) return port;
  }
}
