import type { HttpProbe } from '../../../src/diagnosis/probe-http.js';

/** An answer as `probeHttp` gives it. */
export function anAnswer(
  status: number,
  { text = '', headers = {} }: { text?: string; headers?: Record<string, string> } = {},
): HttpProbe {
  const all = new Headers(headers);
  return {
    kind: 'answered',
    status,
    header: (name) => all.get(name),
    text,
    sentAt: 1_000,
    answeredAt: 1_050,
  };
}

export const silence: HttpProbe = {
  kind: 'silent',
  reason: 'nothing listens there (ECONNREFUSED)',
};
