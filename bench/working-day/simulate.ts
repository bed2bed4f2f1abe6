import { PlanWatchState } from '../../workflows/plan-watch/plan-watch-state.js';
import type { GraphControl } from '../stand/graph-control.js';
import { agentsEdit } from './agents-edit.js';
import { editAsPerson, makeBoard, type Board, type PersonEdit } from './board.js';
import { createChance, type Chance } from './chance.js';
import type { Spent } from './counted-gateway.js';
import { planDay, type PlannedEdit } from './days-work.js';
import { openStage, type Stage } from './stage.js';
import { createVirtualClock, type VirtualClock } from './virtual-clock.js';

/** What a working day cost, and how long people's edits took to be seen. */
export interface DayReport {
  readonly ours: Spent;
  /** Of people's edits that Planner's lists show, from the edit to the end of the look that found it (ms). */
  readonly listed: readonly number[];
  /** Of those that only the details show. */
  readonly unlisted: readonly number[];
  /** Edits that were not seen before the day was over. */
  readonly open: number;
  readonly looks: number;
  /** One round of the pollers, measured. */
  readonly listRound: Spent;
  readonly taskRound: Spent;
  /** When people's edits that lists show were made (ms since midnight). */
  readonly listedAt: readonly number[];
}

export interface DaySize {
  readonly plans: number;
  readonly tasksPerPlan: number;
  readonly peoplesEdits: number;
  readonly agentsEdits: number;
  readonly seed: number;
}

export interface DayOptions extends DaySize {
  readonly environment: NodeJS.ProcessEnv;
  readonly graph: GraphControl;
  readonly say: (text: string) => void;
}

const dayMs = 86_400_000;

/** Runs a day on a clock of its own, from one event to the next, with the product's own watch, looks and sync. */
export async function simulateDay(options: DayOptions): Promise<DayReport> {
  const { graph, say, seed, plans, tasksPerPlan: tasks } = options;
  const chance = createChance(seed);
  const boards: Board[] = [];
  for (let at = 0; at < plans; at += 1) {
    boards.push(await makeBoard(graph, { title: `Working day ${at}`, tasks, chance }));
  }
  const stage = await openStage(options.environment, `working-day-${seed}`);
  try {
    await stage.link(boards.map(({ planId }) => planId));
    await importAll(stage, boards);
    say(`${plans * tasks} tasks are in sync`);
    const clock = createVirtualClock(stage.redis, stage.keys);
    await restFor(stage, boards, { clock, chance });
    const rounds = await measureRounds(stage, boards);
    const day = await runDay(stage, boards, { options, clock, chance });
    return { ...rounds, ...day };
  } finally {
    stage.close();
  }
}

async function importAll(stage: Stage, boards: readonly Board[]): Promise<void> {
  for (let quiet = 0; quiet < 2;) {
    await stage.look(
      boards.map(({ planId }) => ({ planId, intervalMs: 0, pace: 'active' as const })),
    );
    const synced = await stage.syncAnnounced();
    quiet = synced.length === 0 ? quiet + 1 : 0;
  }
}

/** As if the boards had rested for days: each task's details have their turn once in the longest rotation. */
async function restFor(
  { redis, keys, config }: Stage,
  boards: readonly Board[],
  { clock, chance }: { readonly clock: VirtualClock; readonly chance: Chance },
): Promise<void> {
  const { minMs, maxMs } = config.watch.detailsRotation;
  for (const { planId } of boards) {
    const pipeline = redis.pipeline();
    for (const plannerId of await redis.hkeys(keys.planPairs(planId))) {
      const turn = clock.startedAt + chance.upTo(maxMs) - minMs;
      pipeline.zadd(keys.planDetails(planId), 'XX', Math.round(turn), plannerId);
    }
    await pipeline.exec();
  }
}

/** What one round of a poller asks of Graph: listing each plan, and reading each task. */
async function measureRounds(
  { gateway, planner }: Stage,
  boards: readonly Board[],
): Promise<Pick<DayReport, 'listRound' | 'taskRound'>> {
  gateway.startCount();
  await Promise.all(boards.map(({ planId }) => planner.listTasks(planId)));
  const listRound = gateway.spent();
  gateway.startCount();
  for (const { cards } of boards) {
    await Promise.all(cards.map(({ id }) => planner.getTask(id)));
  }
  return { listRound, taskRound: gateway.spent() };
}

async function runDay(
  stage: Stage,
  boards: readonly Board[],
  {
    options,
    clock,
    chance,
  }: { readonly options: DayOptions; readonly clock: VirtualClock; readonly chance: Chance },
): Promise<Omit<DayReport, 'listRound' | 'taskRound'>> {
  const { intervalMinMs: minMs, intervalMaxMs: maxMs } = stage.config.watch;
  const { startedAt } = clock;
  const state = PlanWatchState.from(
    {
      accountId: 'app',
      rhythm: { minMs, maxMs },
      carried: boards.map(({ planId }) => ({
        planId,
        intervalMs: maxMs,
        nextAt: Math.round(startedAt + chance.upTo(maxMs)),
        quietSince: startedAt - dayMs / 2,
      })),
    },
    clock.now,
    () => chance.next(),
  );
  const { people, agents } = planDay({ ...options, plans: boards.length }, chance);
  const waiting = new WaitingEdits();
  const agentsTasks = new AgentsTasks(boards);
  let looks = 0;
  let number = 0;
  let toldHour = 0;

  const actAsPerson = async ({ plan, at }: PlannedEdit): Promise<void> => {
    const { planId, cards } = boardOf(boards, plan);
    // The second half of each board is the agents'.
    const card = chance.pick(cards.slice(0, cards.length / 2));
    number += 1;
    const edit = await editAsPerson(options.graph, { card, number, chance });
    waiting.add(planId, edit, at);
  };
  const actAsAgent = async ({ plan }: PlannedEdit): Promise<void> => {
    const { planId } = boardOf(boards, plan);
    number += 1;
    const { isNew, body } = agentsEdit(number, chance);
    const own = isNew ? null : await agentsTasks.pick(stage, plan, chance);
    const id = await stage.write(
      own === null
        ? { operation: 'create', body: { planId, ...body } }
        : { operation: 'update', id: own, body },
    );
    if (own === null) agentsTasks.add(plan, id);
    await stage.syncAnnounced();
    state.touch([planId]);
  };
  const look = async (): Promise<void> => {
    for (let due = state.take(); due !== null; due = state.take()) {
      looks += due.length;
      state.note(await stage.look(due));
      await stage.syncAnnounced();
      await waiting.check(
        stage,
        due.map(({ planId }) => planId),
        clock.now() - startedAt,
      );
    }
  };

  stage.gateway.startCount();
  const edits = [
    ...people.map((edit) => ({ ...edit, act: actAsPerson })),
    ...agents.map((edit) => ({ ...edit, act: actAsAgent })),
  ].sort((one, other) => one.at - other.at);
  for (let next = edits.shift(); clock.now() < startedAt + dayMs;) {
    if (state.isListStale()) state.setPlans(null);
    const nextLook = clock.now() + state.msUntilNext();
    const nextEdit = next === undefined ? Infinity : startedAt + next.at;
    await clock.goTo(Math.min(nextLook, nextEdit, startedAt + dayMs));
    if (next !== undefined && clock.now() >= nextEdit) {
      await next.act(next);
      next = edits.shift();
    } else await look();
    const hours = Math.floor((clock.now() - startedAt) / 3_600_000);
    if (hours >= toldHour + 4) options.say(`${hours} o'clock: ${looks} looks so far`);
    toldHour = hours >= toldHour + 4 ? hours : toldHour;
  }
  return {
    ours: stage.gateway.spent(),
    ...waiting.result(),
    looks,
  };
}

function boardOf(boards: readonly Board[], plan: number): Board {
  const board = boards[plan];
  if (board === undefined) throw new Error(`There is no board ${plan}`);
  return board;
}

/** The tasks that agents work on, by plan: half of each board, and what they make. */
class AgentsTasks {
  private readonly cards: readonly (readonly string[])[];
  private readonly made: string[][];

  constructor(boards: readonly Board[]) {
    this.cards = boards.map(({ cards }) => cards.slice(cards.length / 2).map(({ id }) => id));
    this.made = boards.map(() => []);
  }

  add(plan: number, taskId: string): void {
    this.made[plan]?.push(taskId);
  }

  async pick(stage: Stage, plan: number, chance: Chance): Promise<string | null> {
    const made = this.made[plan] ?? [];
    if (made.length > 0 && chance.is(0.3)) return chance.pick(made);
    const plannerId = chance.pick(this.cards[plan] ?? []);
    return (await stage.documents([plannerId])).get(plannerId)?.id ?? null;
  }
}

interface Waiting {
  readonly edit: PersonEdit;
  readonly madeAt: readonly number[];
}

/** People's edits that the agents do not see yet. */
class WaitingEdits {
  private readonly byPlan = new Map<string, Map<string, Waiting>>();
  private readonly listed: number[] = [];
  private readonly unlisted: number[] = [];
  private readonly listedAt: number[] = [];

  add(planId: string, edit: PersonEdit, at: number): void {
    const ofPlan = this.byPlan.get(planId) ?? new Map<string, Waiting>();
    this.byPlan.set(planId, ofPlan);
    const place = `${edit.plannerId} ${edit.place}`;
    const earlier = ofPlan.get(place);
    ofPlan.set(place, { edit, madeAt: [...(earlier?.madeAt ?? []), at] });
    if (edit.isListed) this.listedAt.push(at);
  }

  async check(stage: Stage, planIds: readonly string[], now: number): Promise<void> {
    for (const planId of planIds) {
      const ofPlan = this.byPlan.get(planId) ?? new Map<string, Waiting>();
      const ids = [...new Set([...ofPlan.values()].map(({ edit }) => edit.plannerId))];
      const documents = await stage.documents(ids);
      for (const [place, { edit, madeAt }] of ofPlan) {
        const document = documents.get(edit.plannerId);
        if (document === undefined || !edit.isSeenIn(document)) continue;
        ofPlan.delete(place);
        (edit.isListed ? this.listed : this.unlisted).push(...madeAt.map((at) => now - at));
      }
    }
  }

  result(): Pick<DayReport, 'listed' | 'unlisted' | 'open' | 'listedAt'> {
    const { listed, unlisted, listedAt } = this;
    const open = [...this.byPlan.values()].reduce((sum, plan) => sum + plan.size, 0);
    return { listed, unlisted, open, listedAt };
  }
}
