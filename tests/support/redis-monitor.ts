import { once } from 'node:events';
import { connect } from 'node:net';

export interface RedisMonitor {
  /** Every command that the server was sent since, by anybody, a line each. */
  text(): string;
  close(): void;
}

/**
 * Hears what a Redis without password is sent. By a socket of its own: ioredis takes a busy server's first lines for answers
 * to commands, because they come in one piece with that to MONITOR.
 */
export async function monitorRedis(url: string): Promise<RedisMonitor> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let heard = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    heard += text;
  });
  await once(socket, 'connect');
  socket.write('MONITOR\r\n');
  await once(socket, 'data');
  if (!heard.startsWith('+OK')) throw new Error(`Redis refuses to be heard: ${heard}`);
  return { text: () => heard, close: () => void socket.destroy() };
}
