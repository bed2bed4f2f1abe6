import type { PlannerClient } from '../../../src/domain/planner.js';

type Hook = (id: string) => Promise<void>;

/**
 * Planner as the product uses it, with something that happens right before a call: what another worker or a person does
 * between two steps of a sync. Each hook runs once.
 */
export function hookPlanner(planner: PlannerClient) {
  const hooks = new Map<keyof PlannerClient, Hook>();
  const reach = async (method: keyof PlannerClient, id: string): Promise<void> => {
    const hook = hooks.get(method);
    hooks.delete(method);
    await hook?.(id);
  };
  const hooked: PlannerClient = {
    ...planner,
    async listTasks(planId, next) {
      await reach('listTasks', planId);
      return planner.listTasks(planId, next);
    },
    async getDetails(plannerId) {
      await reach('getDetails', plannerId);
      return planner.getDetails(plannerId);
    },
    async createTask(planId, fields) {
      await reach('createTask', fields.title);
      return planner.createTask(planId, fields);
    },
    async deleteTask(plannerId, etag) {
      await reach('deleteTask', plannerId);
      return planner.deleteTask(plannerId, etag);
    },
    async updateDetails(update) {
      await reach('updateDetails', update.plannerId);
      return planner.updateDetails(update);
    },
  };
  return {
    planner: hooked,
    before: (method: keyof PlannerClient, hook: Hook): void => void hooks.set(method, hook),
  };
}
