const loopbackHost = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;

/** Whether a Host header, or the host of an origin, names this machine. */
export function isLoopbackHost(host: string): boolean {
  return loopbackHost.test(host);
}
