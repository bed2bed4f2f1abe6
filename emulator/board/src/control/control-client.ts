import type { Activity, Person, PlanName } from './activity.js';

export interface ControlClient {
  people(): Promise<readonly Person[]>;
  plans(): Promise<readonly PlanName[]>;
  /** Newest first. */
  activity(planId: string, limit: number): Promise<readonly Activity[]>;
}

/** The emulator's control API on the page's own origin. Throws an Error when it is away. */
export function createControlClient(fetch: typeof globalThis.fetch): ControlClient {
  async function get<Answer>(path: string): Promise<Answer> {
    const response = await fetch(`/control${path}`, { cache: 'no-store' });
    if (!response.ok) throw new Error(`The emulator answered ${response.status}`);
    return (await response.json()) as Answer;
  }
  return {
    people: async () => (await get<{ people: Person[] }>('/people')).people,
    plans: async () => (await get<{ plans: PlanName[] }>('/plans')).plans,
    activity: async (planId, limit) => {
      const query = new URLSearchParams({ planId, limit: String(limit) });
      return (await get<{ activity: Activity[] }>(`/activity?${query.toString()}`)).activity;
    },
  };
}
