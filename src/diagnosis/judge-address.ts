import { failure, ok, skipped, warning, type Judgement } from './finding.js';
import type { HttpProbe } from './probe-http.js';

/** How a name looks from here. */
export type AddressFacts = {
  /** Addresses that the host's name leads to; empty where it leads nowhere. */
  readonly addresses: readonly string[];
  /** Of a GET of the path to which Graph posts, which only a POST is meant for: it changes nothing. */
  readonly probe: HttpProbe;
};

/** `usesEmulator`: the Graph in use is on this machine, too. */
export function judgeAddress(
  url: string | null,
  facts: AddressFacts | null,
  { watched, isGraphLocal }: { readonly watched: number; readonly isGraphLocal: boolean },
): Judgement {
  if (url === null || facts === null) {
    return watched === 0
      ? skipped('PUBLIC_BASE_URL is not set, and nothing is watched that would need it')
      : failure(
          `${watched === 1 ? '1 subscription is' : `${watched} subscriptions are`} wanted, but Microsoft Graph cannot reach this server`,
          'Set PUBLIC_BASE_URL to the https address at which it is reached from outside.',
        );
  }
  const { addresses, probe } = facts;
  if (probe.kind === 'silent') {
    return failure(
      `${url} cannot be reached from here: ${probe.reason}`,
      'Start the server and what stands before it (reverse proxy, tunnel), or put right PUBLIC_BASE_URL.',
    );
  }
  if (!(probe.status === 405 && /^POST$/i.test(probe.header('allow') ?? ''))) {
    return failure(
      `Not this server answers at ${url} (status ${probe.status})`,
      'Let the reverse proxy or tunnel pass /api/graph_webhook on to this server, without a sign-in of its own.',
    );
  }
  if (isGraphLocal) return ok(`${url} leads to this server`);
  if (addresses.length > 0 && addresses.every(isPrivate)) {
    return warning(
      `${url} leads to this server, but at a private address (${addresses.join(', ')})`,
      'Give it a name that leads to a public address: Microsoft Graph comes from outside.',
    );
  }
  return ok(
    `${url} leads to this server, as seen from here; whether Microsoft reaches it, only a notification proves (webhook_get_health)`,
  );
}

/** Loopback, link-local and the ranges of RFC 1918, RFC 6598 and RFC 4193. */
function isPrivate(address: string): boolean {
  const v4 = /^(?:::ffff:)?(\d+)\.(\d+)\.\d+\.\d+$/i.exec(address);
  if (v4 !== null) {
    const [first, second] = [Number(v4[1]), Number(v4[2])];
    return (
      first === 10 ||
      first === 127 ||
      first === 0 ||
      (first === 172 && second >= 16 && second <= 31) ||
      (first === 192 && second === 168) ||
      (first === 169 && second === 254) ||
      (first === 100 && second >= 64 && second <= 127)
    );
  }
  return /^(?:::1?$|f[cd]|fe[89ab])/i.test(address);
}
