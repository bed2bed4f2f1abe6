import { Counter, Gauge, Registry, collectDefaultMetrics } from 'prom-client';

/** What is shown of Graph, of all replicas together. */
export interface GraphFigures {
  readonly services: readonly {
    readonly service: string;
    readonly isGateClosed: boolean;
    readonly isCircuitOpen: boolean;
  }[];
  readonly requestsLastMinute: number;
  readonly budgetPerMinute: number | null;
  readonly pressure: number;
  readonly lingerMs: number;
  /** Since the beginning: `http`, `requests:{service}:{lane}`, `refused:{service}:{reason}`, `throttled:{service}`. */
  readonly totals: Readonly<Record<string, number>>;
}

export interface Metrics {
  readonly contentType: string;
  /** Prometheus' text format. What cannot be read now is left out. */
  render(): Promise<string>;
}

/**
 * Metrics of this process, and of how all replicas use Graph: those stand in Redis, so every server shows the same and
 * they must not be summed over servers. https://prometheus.io/docs/instrumenting/exposition_formats/
 */
export function createMetrics(deps: {
  readonly graph: () => Promise<GraphFigures>;
  /** Sync as a whole: 1 healthy, 0 not. */
  readonly isHealthy: () => Promise<boolean>;
}): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'tandem_' });
  const registers = [registry];
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `tandem_${name}`, help, labelNames, registers });
  const counter = (name: string, help: string, labelNames: string[] = []) =>
    new Counter({ name: `tandem_${name}`, help, labelNames, registers });

  const healthy = gauge('sync_healthy', '1 when changes travel both ways, else 0.');
  const closed = gauge('graph_gate_closed', '1 while Graph has asked to wait.', ['service']);
  const open = gauge('graph_circuit_open', '1 while too much failed to ask Graph.', ['service']);
  const perMinute = gauge('graph_requests_last_minute', 'Requests of the last 60 s.');
  const budget = gauge('graph_budget_per_minute', 'GRAPH_REQUESTS_PER_MINUTE; 0: no limit.');
  const pressure = gauge('graph_budget_pressure', '0: free; 1: the budget is used up.');
  const linger = gauge('graph_linger_ms', 'How long a request waits for company.');
  const perHttp = gauge('graph_requests_per_http_request', 'Size of a batch on average.');
  const http = counter('graph_http_requests_total', 'HTTP requests; a batch is one.');
  const requests = counter('graph_requests_total', 'Requests; each part of a batch is one.', [
    'service',
    'lane',
  ]);
  const refused = counter('graph_refused_total', 'Requests that were not sent.', [
    'service',
    'reason',
  ]);
  const throttled = counter('graph_throttled_total', 'Requests that Graph throttled.', ['service']);

  const show = (figures: GraphFigures): void => {
    for (const { service, isGateClosed, isCircuitOpen } of figures.services) {
      closed.set({ service }, Number(isGateClosed));
      open.set({ service }, Number(isCircuitOpen));
    }
    perMinute.set(figures.requestsLastMinute);
    if (figures.budgetPerMinute !== null) budget.set(figures.budgetPerMinute);
    pressure.set(figures.pressure);
    linger.set(figures.lingerMs);
    const { http: sent = 0, requests: all = 0 } = figures.totals;
    http.inc(sent);
    if (sent > 0) perHttp.set(all / sent);
    for (const [name, count] of Object.entries(figures.totals)) {
      const [kind, service = '', detail = ''] = name.split(':');
      if (kind === 'requests' && detail !== '') requests.inc({ service, lane: detail }, count);
      if (kind === 'refused') refused.inc({ service, reason: detail }, count);
      if (kind === 'throttled') throttled.inc({ service }, count);
    }
  };

  const own = [healthy, closed, open, perMinute, budget, pressure, linger, perHttp];
  return {
    contentType: registry.contentType,
    async render() {
      const [figures, isHealthy] = await Promise.all([
        deps.graph().catch(() => null),
        deps.isHealthy().catch(() => false),
      ]);
      // Without a pause between: another reader may be at it.
      for (const metric of [...own, http, requests, refused, throttled]) metric.reset();
      healthy.set(Number(isHealthy));
      if (figures !== null) show(figures);
      return registry.metrics();
    },
  };
}
