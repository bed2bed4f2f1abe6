import type { GraphFigures } from '../../observability/metrics.js';
import { usedPerMinute, type AccessState, type SharedAccess } from './access/shared-access.js';
import { budgetShares, graphLanes } from './graph-lane.js';
import { toLoad } from './graph-load.js';
import type { GraphLane } from './graph-request.js';
import { graphServices, type GraphService } from './graph-service.js';

/** How one service of Graph may be used. Times are UTC. */
export interface ServiceStatus {
  readonly service: GraphService;
  /** Null: Graph does not ask to wait. */
  readonly gate: {
    readonly closedSince: string;
    readonly closedUntil: string;
    readonly reason: string;
  } | null;
  /** The gate has just opened, and the backlog goes little by little. */
  readonly isDraining: boolean;
  readonly circuit: {
    /** `probing`: one request at a time may try. */
    readonly state: 'closed' | 'open' | 'probing';
    readonly since: string | null;
    readonly nextProbeAt: string | null;
    readonly reason: string | null;
  };
}

/** How all replicas together use Graph. */
export interface GraphStatus {
  readonly services: readonly ServiceStatus[];
  readonly requests: {
    /** Of the last sixty seconds; each part of a batch is one. */
    readonly lastMinute: number;
    readonly budgetPerMinute: number | null;
    /** 0: free; 1: the budget is used up. */
    readonly pressure: number;
    /** Lanes that wait for the next minute. */
    readonly heldLanes: readonly GraphLane[];
    /** Requests per HTTP request since the beginning, to two decimals; null before the first. */
    readonly perHttpRequest: number | null;
    /** How long a request waits for company while others are under way. */
    readonly lingerMs: number;
  };
}

/** Reads and mends how Graph may be used. */
export interface GraphControl {
  status(): Promise<GraphStatus>;
  /** The same in numbers, with what was asked, refused and throttled since the beginning. */
  figures(): Promise<GraphFigures>;
  /** Closes the circuit of a service, or of all, so that it is asked at once; answers those that were open. */
  resetCircuit(service: GraphService | null): Promise<readonly GraphService[]>;
}

export function createGraphControl({
  shared,
  budgetPerMinute,
  lingerMs,
}: {
  readonly shared: SharedAccess;
  readonly budgetPerMinute: number | null;
  readonly lingerMs: number;
}): GraphControl {
  return {
    status: async () => toGraphStatus(await shared.state(), { budgetPerMinute, lingerMs }),
    figures: async () => {
      const state = await shared.state();
      return toFigures(toGraphStatus(state, { budgetPerMinute, lingerMs }), state.totals);
    },
    resetCircuit: (service) => shared.reset(service === null ? graphServices : [service]),
  };
}

function toGraphStatus(
  state: AccessState,
  settings: { readonly budgetPerMinute: number | null; readonly lingerMs: number },
): GraphStatus {
  const { budgetPerMinute, lingerMs } = settings;
  const { usedPerMinute: lastMinute, pressure } = toLoad(usedPerMinute(state), budgetPerMinute);
  const used = state.minute['requests'] ?? 0;
  const { http = 0, requests = 0 } = state.totals;
  return {
    services: state.services.map((service) => toServiceStatus(service, state.now)),
    requests: {
      lastMinute,
      budgetPerMinute,
      pressure: Math.round(pressure * 100) / 100,
      heldLanes:
        budgetPerMinute === null
          ? []
          : graphLanes.filter((lane) => used >= Math.floor(budgetPerMinute * budgetShares[lane])),
      perHttpRequest: http === 0 ? null : Math.round((requests / http) * 100) / 100,
      lingerMs,
    },
  };
}

function toServiceStatus(service: AccessState['services'][number], now: number): ServiceStatus {
  const { closedSince = now, closedUntil, closedWhy = '', draining } = service;
  const { circuitSince, circuitUntil, circuitWhy } = service;
  const isOpen = circuitSince !== undefined;
  return {
    service: service.service,
    gate:
      closedUntil === undefined
        ? null
        : { closedSince: utc(closedSince), closedUntil: utc(closedUntil), reason: closedWhy },
    isDraining: draining,
    circuit: {
      state: isOpen ? ((circuitUntil ?? now) > now ? 'open' : 'probing') : 'closed',
      since: isOpen ? utc(circuitSince) : null,
      nextProbeAt: isOpen && circuitUntil !== undefined ? utc(circuitUntil) : null,
      reason: isOpen ? (circuitWhy ?? null) : null,
    },
  };
}

function toFigures(
  { services, requests }: GraphStatus,
  totals: Readonly<Record<string, number>>,
): GraphFigures {
  const { lastMinute, budgetPerMinute, pressure, lingerMs } = requests;
  return {
    services: services.map(({ service, gate, circuit }) => ({
      service,
      isGateClosed: gate !== null,
      isCircuitOpen: circuit.state !== 'closed',
    })),
    requestsLastMinute: lastMinute,
    budgetPerMinute,
    pressure,
    lingerMs,
    totals,
  };
}

/** Why changes travel later because of Graph, one sentence each. */
export function graphReasons({ services, requests }: GraphStatus): readonly string[] {
  const reasons = services.flatMap(({ service, gate, circuit }) => [
    ...(gate === null
      ? []
      : [`Microsoft Graph (${service}) is not asked until ${gate.closedUntil}: ${gate.reason}.`]),
    ...(circuit.state === 'closed'
      ? []
      : [
          `Microsoft Graph (${service}) fails, and is only tried now and then: ${circuit.reason ?? 'too much failed'}.`,
        ]),
  ]);
  const { heldLanes, budgetPerMinute } = requests;
  if (heldLanes.length === 0) return reasons;
  const names = heldLanes.toReversed().map((lane) => laneNames[lane]);
  return [
    ...reasons,
    `The budget of ${String(budgetPerMinute)} requests a minute is short: ${names.join(', ')} wait for the next minute.`,
  ];
}

const laneNames: Readonly<Record<GraphLane, string>> = {
  import: 'imports',
  sweep: 'looks at Planner',
  sync: 'the sync of tasks',
  waiting: 'answers that somebody waits for',
};

function utc(ms: number): string {
  return new Date(ms).toISOString();
}
