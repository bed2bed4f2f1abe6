import type { IncomingHttpHeaders } from 'node:http';
import { isLoopbackHost } from './loopback-host.js';

const loopbackAddress =
  /^(?:localhost|(?:::ffff:)?127(?:\.\d{1,3}){3}|::1|\[(?:::ffff:127(?:\.\d{1,3}){3}|::1)\])(?::\d{1,5})?$/i;
/** What proxies and tunnels write: not all name the host that was asked for, but then the address that asked. */
const addressHeaders = ['x-forwarded-for', 'x-real-ip', 'cf-connecting-ip', 'true-client-ip'];

/** The header by which a proxy or tunnel says that a request comes from elsewhere; null: none says so. */
export function forwardedBy(headers: IncomingHttpHeaders): string | null {
  if (itemsOf(headers['x-forwarded-host']).some((host) => !isLoopbackHost(host))) {
    return 'X-Forwarded-Host';
  }
  for (const name of addressHeaders) {
    if (itemsOf(headers[name]).some((address) => !loopbackAddress.test(address))) return name;
  }
  // RFC 7239. What is unknown or hidden is not this machine.
  for (const pair of itemsOf(headers.forwarded).flatMap((hop) => hop.split(';'))) {
    const [, name = '', value = ''] = /^\s*(for|host)\s*=\s*"?([^"]*)"?\s*$/i.exec(pair) ?? [];
    const isHere =
      name.toLowerCase() === 'host' ? isLoopbackHost(value) : loopbackAddress.test(value);
    if (name !== '' && !isHere) return 'Forwarded';
  }
  return null;
}

function itemsOf(header: string | string[] | undefined): readonly string[] {
  return [header ?? []]
    .flat()
    .flatMap((value) => value.split(','))
    .map((item) => item.trim());
}
