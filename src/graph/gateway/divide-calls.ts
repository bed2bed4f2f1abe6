import type { Admission, Refusal } from './access/graph-access.js';
import { laneOf } from './graph-lane.js';
import type { Call } from './send-queue.js';

export interface DividedCalls {
  readonly granted: readonly Call[];
  readonly held: readonly { readonly call: Call; readonly refusal: Refusal }[];
}

/** Who may go. `calls` are sorted by lane, and the verdicts stand in the same order. A probe is a read where there is one. */
export function divideCalls(calls: readonly Call[], admission: Admission): DividedCalls {
  if (admission.isProbe) return divideForProbe(calls, admission);
  const lanes = [...new Set(calls.map(({ request }) => laneOf(request)))];
  const left = new Map(lanes.map((lane, index) => [lane, admission.verdicts[index]?.granted ?? 0]));
  const granted: Call[] = [];
  const held: { call: Call; refusal: Refusal }[] = [];
  for (const call of calls) {
    const lane = laneOf(call.request);
    const room = left.get(lane) ?? 0;
    left.set(lane, room - 1);
    const refusal = admission.verdicts[lanes.indexOf(lane)]?.refusal ?? null;
    if (room > 0 || refusal === null) granted.push(call);
    else held.push({ call, refusal });
  }
  return { granted, held };
}

function divideForProbe(calls: readonly Call[], { verdicts }: Admission): DividedCalls {
  const probe = calls.find(({ request }) => request.method === 'GET') ?? calls[0];
  const refusal = verdicts.find((verdict) => verdict.refusal !== null)?.refusal ?? othersWait;
  return {
    granted: probe === undefined ? [] : [probe],
    held: calls.filter((call) => call !== probe).map((call) => ({ call, refusal })),
  };
}

const othersWait: Refusal = { kind: 'circuit', retryAfterMs: 1_000, why: '' };
