import * as z from 'zod';
import type { Alert, AlertSubject } from '../../../domain/alert.js';
import { isLasting } from '../../../domain/alert.js';
import { toLoad, type GraphLoad } from '../graph-load.js';
import { budgetShares } from '../graph-lane.js';
import type { GraphService } from '../graph-service.js';
import { graphServices } from '../graph-service.js';
import { circuitAlert } from './circuit-alert.js';
import type { AccessReport, GraphAccess, Refusal } from './graph-access.js';

/** Calls a function of the Lua library for the namespace of this product. */
export type CallLibrary = (name: string, payload: string) => Promise<unknown>;

export interface SharedAccessOptions {
  readonly call: CallLibrary;
  readonly tenant: string;
  readonly budgetPerMinute: number | null;
  /** After so long a probe without an outcome counts as lost (ms). */
  readonly probeMs: number;
}

/** What all replicas do together, as it stands in Redis. Times in ms. */
export type AccessState = z.infer<typeof stateSchema>;

export interface SharedAccess extends GraphAccess {
  load(): Promise<GraphLoad>;
  state(): Promise<AccessState>;
  /** Closes circuits; answers the services whose circuit was open. */
  reset(services: readonly GraphService[]): Promise<readonly GraphService[]>;
}

const admissionSchema = z.object({
  generation: z.number(),
  probe: z.boolean(),
  doubtful: z.boolean(),
  why: z.string(),
  verdicts: z.array(
    z.tuple([z.number(), z.enum(['', 'gate', 'drain', 'circuit', 'budget']), z.number()]),
  ),
});

const counts = z.record(z.string(), z.number());

const stateSchema = z.object({
  now: z.number(),
  services: z.array(
    z.object({
      service: z.enum(graphServices),
      closedUntil: z.number().optional(),
      closedSince: z.number().optional(),
      closedWhy: z.string().optional(),
      draining: z.boolean(),
      circuitSince: z.number().optional(),
      circuitUntil: z.number().optional(),
      circuitWhy: z.string().optional(),
    }),
  ),
  minute: counts,
  lastMinute: counts,
  totals: counts,
});

/** Gate, circuit and budget in Redis: every step is one call of the Lua library (`functions/graph-access.lua`). */
export function createSharedAccess(options: SharedAccessOptions): SharedAccess {
  const { call, tenant, budgetPerMinute, probeMs } = options;
  const ask = (name: string, input: object): Promise<unknown> =>
    call(name, JSON.stringify({ tenant, ...input }));
  const state = async (): Promise<AccessState> => {
    const input = { services: graphServices };
    return stateSchema.parse(parseJson(await ask('tandem_graph_state_v1', input)));
  };
  return {
    async admit(service, asks, heldBack = 0, mailbox = null) {
      const input = {
        service,
        ...(mailbox !== null && { mailbox }),
        asks,
        heldBack,
        probeMs,
        shares: budgetShares,
        ...(budgetPerMinute !== null && { budget: budgetPerMinute }),
      };
      const reply = admissionSchema.parse(parseJson(await ask('tandem_graph_admit_v1', input)));
      return {
        generation: reply.generation,
        isProbe: reply.probe,
        isDoubtful: reply.doubtful,
        verdicts: reply.verdicts.map(([granted, kind, retryAfterMs]) => ({
          granted,
          refusal: kind === '' ? null : ({ kind, retryAfterMs, why: reply.why } satisfies Refusal),
        })),
      };
    },
    async report(service, report) {
      const reply = await ask('tandem_graph_report_v1', { service, ...encodeReport(report) });
      return z.number().parse(reply);
    },
    async reset(services) {
      const at = new Date().toISOString();
      const input = {
        services: services.map((service) => ({ service, over: { ...circuitAlert(service), at } })),
      };
      return z.array(z.enum(graphServices)).parse(await ask('tandem_graph_reset_v1', input));
    },
    state,
    load: async () => toLoad(usedPerMinute(await state()), budgetPerMinute),
  };
}

const minuteMs = 60_000;

/** Requests of the last sixty seconds: this minute's, and of the last one's the part that is not over a minute ago. */
export function usedPerMinute({ now, minute, lastMinute }: AccessState): number {
  const rest = 1 - (now % minuteMs) / minuteMs;
  return Math.round((minute['requests'] ?? 0) + (lastMinute['requests'] ?? 0) * rest);
}

/** An absent member is left out: in Lua a JSON null is not nothing. */
function encodeReport(report: AccessReport): object {
  const { generation, mailbox, throttled, isWell, failing, probe, over } = report;
  return {
    generation,
    ...(mailbox !== undefined && { mailbox }),
    ...(throttled !== undefined && {
      throttled: {
        why: throttled.why,
        count: throttled.count,
        ...(throttled.isOfMailbox && { ofMailbox: true }),
        ...(throttled.retryAfterMs !== null && { ms: throttled.retryAfterMs }),
      },
    }),
    ...(isWell && { well: true }),
    ...(failing !== undefined && { failing: failing.why, alert: encodeAlert(failing.alert) }),
    ...(probe !== undefined && { probe }),
    ...(over !== undefined && { over: encodeOver(over) }),
  };
}

/** As the Lua library takes it. */
function encodeAlert(alert: Alert): object {
  const { kind, subject } = alert;
  return { kind, subject, lasting: isLasting(alert), json: JSON.stringify(alert) };
}

function encodeOver({ kind, subject, at }: AlertSubject & { readonly at: string }): object {
  return { kind, subject, at };
}

function parseJson(reply: unknown): unknown {
  return typeof reply === 'string' ? (JSON.parse(reply) as unknown) : reply;
}
