import type { PlanName } from '../control/activity.js';
import type { BoardServices } from './board-store.js';
import type { LiveUpdates } from './live-updates.js';
import type { PlanLoader } from './plan-loader.js';
import type { BoardAddress } from './board-address.js';
import { explainFailure } from '../graph/graph-failure.js';

export interface Session {
  /** Reads people and plans and opens what the address asks for. Tries again until the emulator answers. */
  start(address: BoardAddress): Promise<void>;
  goTo(address: BoardAddress): Promise<void>;
  actAs(personId: string): void;
  openTask(taskId: string): Promise<void>;
  closeTask(): void;
  /** Asks before deleting; the dialog that asks does the rest. */
  askDelete(taskId: string): void;
}

interface SessionMemory {
  read(): string | null;
  write(personId: string): void;
}

const retryMs = 1_500;

/** Who acts, on which plan, looking at which task. */
export function createSession(
  { store, planner, control }: BoardServices,
  loader: PlanLoader,
  live: LiveUpdates,
  memory: SessionMemory,
): Session {
  async function readDirectory(): Promise<void> {
    const [people, plans] = await Promise.all([control.people(), control.plans()]);
    store.dispatch({ type: 'peopleRead', people });
    store.dispatch({ type: 'plansRead', plans });
    const remembered = people.find(({ id }) => id === memory.read()) ?? people[0];
    if (remembered !== undefined) store.dispatch({ type: 'personChosen', id: remembered.id });
  }

  async function planOf(address: BoardAddress): Promise<string | undefined> {
    if (address.planId !== undefined) return address.planId;
    if (address.taskId === undefined) return store.state.plan?.id ?? store.state.plans[0]?.id;
    try {
      return (await planner.task(address.taskId)).planId;
    } catch (error) {
      store.tell('error', explainFailure(error));
      return store.state.plans[0]?.id;
    }
  }

  async function openTask(taskId: string): Promise<void> {
    store.dispatch({ type: 'taskOpened', id: taskId });
    try {
      await Promise.all([loader.readTask(taskId), loader.readDetails(taskId)]);
    } catch (error) {
      if (store.state.openTaskId !== taskId) return;
      store.dispatch({ type: 'taskClosed' });
      store.tell('error', explainFailure(error));
    }
  }

  /** Whoever may not see a plan hands over to its first member; who was chosen before stays remembered. */
  function actAsMemberOf({ memberIds = [] }: PlanName): void {
    const { people, actingAs } = store.state;
    if (memberIds.some((id) => id === actingAs)) return;
    const member = people.find(({ id }) => memberIds.includes(id));
    if (member === undefined) return;
    store.dispatch({ type: 'personChosen', id: member.id });
    store.tell('success', `Acting as ${member.displayName}, who belongs to this plan.`);
  }

  async function goTo(address: BoardAddress): Promise<void> {
    const planId = await planOf(address);
    if (planId === undefined) return;
    if (planId !== store.state.plan?.id) {
      const known = store.state.plans.find(({ id }) => id === planId);
      const plan = known ?? { id: planId, title: 'Plan' };
      actAsMemberOf(plan);
      store.dispatch({ type: 'planChosen', plan });
      live.follow(plan);
    }
    if (address.taskId === undefined) store.dispatch({ type: 'taskClosed' });
    else if (address.taskId !== store.state.openTaskId) await openTask(address.taskId);
  }

  return {
    async start(address) {
      for (;;) {
        try {
          await readDirectory();
          break;
        } catch {
          store.dispatch({ type: 'connectionChanged', connection: 'lost' });
          await new Promise((resolve) => setTimeout(resolve, retryMs));
        }
      }
      await goTo(address);
    },
    goTo,
    actAs(personId) {
      memory.write(personId);
      store.dispatch({ type: 'personChosen', id: personId });
      // Another person may see the plan that this one may not.
      const { phase, plan } = store.state;
      if (phase === 'failed' && plan !== null) live.follow(plan);
    },
    openTask,
    askDelete: (id) => store.dispatch({ type: 'deleteAsked', id }),
    closeTask: () => store.dispatch({ type: 'taskClosed' }),
  };
}
