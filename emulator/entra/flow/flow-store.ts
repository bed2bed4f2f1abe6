import type { SignInFlow } from './sign-in-flow.js';

const LIFE_MS = 15 * 60_000;
const MOST = 2000;

/** The sign-ins that are under way. */
export interface FlowStore {
  put(flow: SignInFlow): void;
  /** Undefined also when it took too long, or began in another browser. */
  find(id: string, browser: string): SignInFlow | undefined;
  remove(flow: SignInFlow): void;
}

export function createFlowStore(now: () => Date): FlowStore {
  const flows = new Map<string, SignInFlow>();
  const isLate = (flow: SignInFlow): boolean => now().getTime() - flow.startedAt > LIFE_MS;
  return {
    put(flow) {
      for (const [id, other] of flows) {
        if (flows.size < MOST && !isLate(other)) break;
        flows.delete(id);
      }
      flows.set(flow.id, flow);
    },
    find(id, browser) {
      const flow = flows.get(id);
      return flow === undefined || flow.browser !== browser || isLate(flow) ? undefined : flow;
    },
    remove: (flow) => flows.delete(flow.id),
  };
}
