import { connectAgent, type Agent } from './demo/agent.js';
import { describeChange } from './demo/describe-change.js';
import { DemoError, demoHelp, readDemoOptions, type DemoOptions } from './demo/options.js';
import { findPerson, type Person } from './demo/person.js';
import { watchEvents, type EventWatch } from './demo/watch-events.js';
import type { TaskDocument } from './domain/task.js';

const syncTimeoutMs = 60_000;

/** `npm run demo`: both directions, seen by an agent, with measured delays. */
async function main(): Promise<void> {
  const options = readDemoOptions(process.argv.slice(2), process.env);
  if (options === null) {
    console.log(demoHelp);
    return;
  }
  const agent = await connectAgent(options);
  try {
    await run(agent, options);
  } finally {
    await agent.close();
  }
}

async function run(agent: Agent, options: DemoOptions): Promise<void> {
  // Before anything is written: --auto may have nobody to play.
  const person = options.isAuto ? await findPerson(options.boardUrl) : null;
  const watch = watchEvents(agent, await agent.currentCursor());
  console.log(`\nAn agent connects to ${options.mcpUrl.href} and creates three tasks:\n`);
  const written = await createTasks(agent, options.planId);
  const synced = await waitUntilSynced(watch, written);
  const board = options.boardUrl?.href ?? synced[0]?.sync.webUrl ?? null;
  if (board !== null) console.log(`\nSee them on the board: ${board}`);
  const [first] = synced;
  if (first === undefined) return;
  await (person === null
    ? waitForPerson(watch, synced, options)
    : playPerson(person, { watch, task: first, timeoutMs: options.timeoutMs }));
}

interface Written {
  readonly task: TaskDocument;
  readonly at: number;
}

async function createTasks(agent: Agent, planId: string | null): Promise<Written[]> {
  const plan = planId === null ? {} : { planId };
  const written: Written[] = [];
  for (const fields of demoTasks(new Date())) {
    const start = performance.now();
    const task = await agent.createTask({ ...plan, ...fields });
    const at = performance.now();
    console.log(`  created  ${task.title}  (${ms(at - start)})`);
    written.push({ task, at });
  }
  return written;
}

async function waitUntilSynced(
  watch: EventWatch,
  written: readonly Written[],
): Promise<TaskDocument[]> {
  const synced: TaskDocument[] = [];
  const waiting = new Map(written.map((entry) => [entry.task.id, entry]));
  console.log('');
  while (waiting.size > 0) {
    const { task, task_id: id } = await watch.until(
      (event) => waiting.has(event.task_id) && isSettled(event.task),
      {
        timeoutMs: syncTimeoutMs,
        what: 'the tasks to reach Planner. Is a worker running? See /api/sync/health',
      },
    );
    const entry = waiting.get(id);
    waiting.delete(id);
    if (task === null || entry === undefined) continue;
    if (task.sync.state === 'failed') {
      const error = task.sync.error;
      throw new DemoError(`Planner refused "${task.title}": ${error?.message} ${error?.advice}`);
    }
    console.log(
      `  on the board  ${task.title}  (${ms(performance.now() - entry.at)} after the write)`,
    );
    synced.push(task);
  }
  return synced;
}

function isSettled(task: TaskDocument | null): boolean {
  return task?.sync.state === 'synced' || task?.sync.state === 'failed';
}

interface Play {
  readonly watch: EventWatch;
  readonly task: TaskDocument;
  readonly timeoutMs: number;
}

async function playPerson(person: Person, { watch, task, timeoutMs }: Play): Promise<void> {
  if (task.sync.plannerId === null) throw new DemoError('The task has no id in Planner yet.');
  await person.edit(task.sync.plannerId, {
    title: `${task.title} (with numbers)`,
    percentComplete: 50,
  });
  const start = performance.now();
  console.log(`\n${person.name} changes the first one on the board ...`);
  const after = await nextEdit(watch, [task], timeoutMs);
  report(task, after, `${ms(performance.now() - start)} after the edit`);
}

async function waitForPerson(
  watch: EventWatch,
  tasks: readonly TaskDocument[],
  options: DemoOptions,
): Promise<void> {
  console.log('\nNow you: change one of them there. The agent waits (Ctrl-C ends) ...');
  const after = await nextEdit(watch, tasks, options.timeoutMs);
  const before = tasks.find(({ id }) => id === after.id);
  if (before === undefined) return;
  report(before, after, `${ms(Date.now() - Date.parse(after.updatedAt))} after it was accepted`);
}

async function nextEdit(
  watch: EventWatch,
  tasks: readonly TaskDocument[],
  timeoutMs: number,
): Promise<TaskDocument> {
  const ids = new Set(tasks.map(({ id }) => id));
  const { task } = await watch.until(
    ({ source, task_id: id, task }) => source === 'planner' && ids.has(id) && task !== null,
    { timeoutMs, what: "a person's edit" },
  );
  if (task === null) throw new DemoError('The event carried no task.');
  return task;
}

function report(before: TaskDocument, after: TaskDocument, when: string): void {
  console.log(`\nThe agent sees it (${when}):\n`);
  for (const line of describeChange(before, after)) console.log(`  ${line}`);
  console.log(`\nBoth sides are equal again, at rev ${after.rev}.\n`);
}

function ms(duration: number): string {
  return duration < 1000 ? `${Math.round(duration)} ms` : `${(duration / 1000).toFixed(1)} s`;
}

function demoTasks(now: Date): Record<string, unknown>[] {
  const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString();
  return [
    {
      title: 'Draft the offer',
      description: 'Two pages: what they get, by when, for how much.',
      dueDateTime: inDays(3),
      priority: 3,
      checklist: [{ title: 'Collect the numbers' }, { title: 'Write' }, { title: 'Have it read' }],
    },
    {
      title: 'Book the review',
      description: 'Thirty minutes with everybody who signs.',
      dueDateTime: inDays(5),
      checklist: [{ title: 'Find a time' }, { title: 'Send the invitation' }],
    },
    {
      title: 'Send the offer',
      description: 'After the review, with the changes in.',
      dueDateTime: inDays(7),
      checklist: [{ title: 'Last look' }, { title: 'Send' }],
    },
  ];
}

try {
  await main();
} catch (error) {
  if (!(error instanceof DemoError)) throw error;
  console.error(`\n${error.message}\n`);
  process.exitCode = 1;
}
