import { backoff } from '../../../domain/backoff.js';
import { budgetShares } from '../graph-lane.js';
import { gateOf } from '../graph-service.js';
import type { MinuteCount } from '../minute-count.js';
import type { Admission, Ask, GraphAccess, Refusal, Verdict } from './graph-access.js';

export interface LocalAccessOptions {
  /** ms of a clock that never jumps. */
  readonly now: () => number;
  readonly count: MinuteCount;
  readonly budgetPerMinute: number | null;
  readonly probeMs: number;
}

interface Service {
  closedUntil: number;
  closedWhy: string;
  strikes: number;
  isOpen: boolean;
  openWhy: string;
  probeFrom: number;
  trips: number;
  generation: number;
}

const firstProbeMs = 5_000;
const longestProbeMs = 60_000;

/**
 * The gate, circuit and budget of one process, for the time that Redis is away: the same rules, but for the gentle start
 * after a gate has opened, which makes sense between replicas only.
 */
export function createLocalAccess(options: LocalAccessOptions): GraphAccess {
  const { now, count, budgetPerMinute, probeMs } = options;
  /** By service, and those of single mailboxes, which have a gate alone. */
  const services = new Map<string, Service>();
  const stateOf = (service: string): Service => {
    const known = services.get(service) ?? fresh();
    services.set(service, known);
    return known;
  };

  const refuseAll = (service: Service, asks: readonly Ask[], refusal: Refusal): Admission => ({
    generation: service.generation,
    isProbe: false,
    isDoubtful: service.strikes > 0,
    verdicts: asks.map(() => ({ granted: 0, refusal })),
  });

  const probe = (service: Service, asks: readonly Ask[]): Admission => {
    service.probeFrom = now() + probeMs;
    const refusal: Refusal = {
      kind: 'circuit',
      retryAfterMs: firstProbeMs,
      why: service.openWhy,
    };
    return {
      generation: service.generation,
      isProbe: true,
      isDoubtful: service.strikes > 0,
      verdicts: asks.map((_, index) => ({ granted: index === 0 ? 1 : 0, refusal })),
    };
  };

  const afford = (asks: readonly Ask[]): readonly Verdict[] => {
    let used = count.perMinute();
    return asks.map((ask) => {
      const left =
        budgetPerMinute === null
          ? ask.count
          : Math.floor(budgetPerMinute * budgetShares[ask.lane]) - used;
      const granted = Math.max(0, Math.min(ask.count, left));
      used += granted;
      const refusal: Refusal = { kind: 'budget', retryAfterMs: firstProbeMs, why: '' };
      return { granted, refusal: granted < ask.count ? refusal : null };
    });
  };

  return {
    async admit(name, asks, _heldBack = 0, mailbox = null) {
      const service = stateOf(name);
      const own = mailbox === null ? undefined : services.get(gateOf(name, mailbox));
      for (const gate of own === undefined ? [service] : [own, service]) {
        const closedMs = gate.closedUntil - now();
        if (closedMs <= 0) continue;
        const why = gate.closedWhy;
        return refuseAll(service, asks, { kind: 'gate', retryAfterMs: closedMs, why });
      }
      if (!service.isOpen) {
        const { generation, strikes } = service;
        return { generation, isProbe: false, isDoubtful: strikes > 0, verdicts: afford(asks) };
      }
      const openMs = service.probeFrom - now();
      if (openMs <= 0) return probe(service, asks);
      const why = service.openWhy;
      return refuseAll(service, asks, { kind: 'circuit', retryAfterMs: openMs, why });
    },
    async report(name, report) {
      const service = stateOf(name);
      const { throttled, mailbox } = report;
      const isOwn = throttled?.isOfMailbox === true && mailbox !== undefined;
      const gate = isOwn ? stateOf(gateOf(name, mailbox)) : service;
      if (report.isWell) service.strikes = 0;
      if (throttled !== undefined) close(gate, throttled, now());
      if (report.probe === 'ok') endCircuit(service);
      else if (report.probe === 'failed') openCircuit(service, service.openWhy, now());
      else if (report.failing !== undefined && !service.isOpen) {
        openCircuit(service, report.failing.why, now());
      }
      return Math.max(0, service.closedUntil - now(), gate.closedUntil - now());
    },
  };
}

function fresh(): Service {
  return {
    closedUntil: 0,
    closedWhy: '',
    strikes: 0,
    isOpen: false,
    openWhy: '',
    probeFrom: 0,
    trips: 0,
    generation: 0,
  };
}

function close(
  service: Service,
  throttled: { readonly retryAfterMs: number | null; readonly why: string },
  now: number,
): void {
  let waitMs = throttled.retryAfterMs;
  if (waitMs === null) {
    if (service.closedUntil > now) return;
    const isForgotten = now - service.closedUntil > 60_000;
    service.strikes = isForgotten ? 1 : service.strikes + 1;
    waitMs = Math.min(backoff.firstMs * backoff.factor ** (service.strikes - 1), backoff.maxMs);
  }
  if (now + waitMs <= service.closedUntil) return;
  service.closedUntil = now + waitMs;
  service.closedWhy = throttled.why;
}

function openCircuit(service: Service, why: string, now: number): void {
  if (!service.isOpen) service.generation += 1;
  service.isOpen = true;
  service.openWhy = why;
  service.trips += 1;
  service.probeFrom = now + Math.min(firstProbeMs * 2 ** (service.trips - 1), longestProbeMs);
}

function endCircuit(service: Service): void {
  if (service.isOpen) service.generation += 1;
  service.isOpen = false;
  service.trips = 0;
}
