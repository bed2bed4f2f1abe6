import { setMaxListeners } from 'node:events';
import { join } from 'node:path';
import { createAgentsView } from './actors/agents-view.js';
import { redisDoor, restDoor } from './actors/agent-doors.js';
import { runAgent } from './actors/agent.js';
import { graphDoor } from './actors/graph-door.js';
import { createPace } from './actors/pace.js';
import { runPerson } from './actors/person.js';
import { createPersonsView } from './actors/persons-view.js';
import { createChance } from './chance.js';
import { check } from './checker/check.js';
import type { Violation } from './checker/violation.js';
import { createChangeLog } from './evidence/change-log.js';
import type { Evidence } from './evidence/evidence.js';
import { writeEvidence, type KeptEvidence } from './evidence/evidence-file.js';
import { readBoard, readDocuments } from './evidence/read-sides.js';
import { createSyncLog, readConflicts, readGone } from './evidence/traces.js';
import { untilConverged } from './evidence/until-converged.js';
import { untilServing } from './stand/until-serving.js';
import { untilLookedAt } from './evidence/until-looked-at.js';
import { createJournal } from './journal/journal.js';
import { prepareEmulator, startNemesis } from './nemesis/nemesis.js';
import type { RunFigures } from './report/table.js';
import { openStand, type ChaosStand } from './stand/chaos-stand.js';
import { keepLooking } from './stand/keep-looking.js';
import { createWorld, type Plan } from './world/world.js';

export interface ChaosOptions {
  readonly seed: number;
  readonly minutes: number;
  readonly tasks: number;
  readonly plans: number;
  /** Whose build is run; the project's without it. */
  readonly root?: string;
  readonly keepFolder: boolean;
  readonly say: (text: string) => void;
  /** How long both sides may take to become equal (ms). */
  readonly patienceMs?: number;
  /** The run is given up. */
  readonly signal?: AbortSignal;
}

export interface ChaosResult {
  readonly figures: RunFigures;
  readonly violations: readonly Violation[];
  readonly evidence: KeptEvidence;
  readonly folder: string;
}

const agents = [
  { name: 'ada', door: 'rest', isPatient: true },
  { name: 'bob', door: 'rest', isPatient: true },
  { name: 'cy', door: 'rest', isPatient: true },
  { name: 'dot', door: 'rest', isPatient: false },
  { name: 'eve', door: 'redis', isPatient: true },
  { name: 'fay', door: 'redis', isPatient: false },
] as const;

const bucketsPerPlan = 8;
/** Fewer than what counts as a board that vanished. */
const deletesPerPlan = 8;

/** One run: writers and trouble for the given time, then peace, then the verdict. Rejects when it is given up. */
export async function runChaos(options: ChaosOptions): Promise<ChaosResult> {
  const { root, keepFolder } = options;
  const stand = await openStand({ keepFolder, ...(root !== undefined && { root }) });
  try {
    return await runOn(stand, options);
  } finally {
    await stand.close();
  }
}

async function runOn(stand: ChaosStand, options: ChaosOptions): Promise<ChaosResult> {
  const { seed, minutes, tasks, say, signal } = options;
  const { control, stack, redis } = stand;
  const durationMs = minutes * 60_000;
  const plans = await makePlans(stand, options.plans);
  await prepareEmulator(stand);
  const people = await control.people();
  await untilServing(stack.serverUrl);
  const world = createWorld({ plans, people, tasks, deletesPerPlan });
  const journal = createJournal(join(stack.folder, 'journal.jsonl'));
  const changeLog = createChangeLog(control);
  const syncLog = createSyncLog(redis);
  const agentsView = createAgentsView(redis);
  const onlooker = graphDoor(stack.emulator.boardUrl, people[0]?.accessToken ?? '');
  const personsView = createPersonsView(onlooker, plans);

  const looking = new AbortController();
  setMaxListeners(0, looking.signal);
  const looks = [
    keepLooking(() => changeLog.look(), 300, looking.signal),
    keepLooking(() => agentsView.look(), 200, looking.signal),
    keepLooking(() => personsView.look(), 1_000, looking.signal),
    keepLooking(() => syncLog.look(), 2_000, looking.signal),
  ];

  const writing = new AbortController();
  setMaxListeners(0, writing.signal);
  const endWriting = (): void => writing.abort();
  const timer = setTimeout(endWriting, durationMs);
  signal?.addEventListener('abort', endWriting, { once: true });
  const chance = (name: string) => createChance(seed, name);
  const pace = createPace({ world, tasks, actors: agents.length + people.length, durationMs });
  const nemesis = startNemesis({ stand, chance, durationMs, say }, writing.signal);
  const progress = setInterval(() => {
    const written = journal.writes().length;
    say(
      `${world.made()} tasks, ${written} writes, ${changeLog.changes().length} changes on the board`,
    );
  }, 5_000);
  const common = { world, journal, pace, ...(signal !== undefined && { giveUp: signal }) };
  await Promise.all([
    ...agents.map(({ name, door, isPatient }) =>
      runAgent(
        {
          ...common,
          name,
          isPatient,
          view: agentsView,
          chance: chance(name),
          door:
            door === 'rest'
              ? restDoor(stand.doors.server.url, name)
              : redisDoor(stand.agentsRedis, name),
        },
        writing.signal,
      ),
    ),
    ...people.map(({ id, displayName, accessToken }) =>
      runPerson(
        {
          ...common,
          personId: id,
          view: personsView,
          agents: agentsView,
          chance: chance(displayName),
          door: graphDoor(stack.emulator.boardUrl, accessToken),
        },
        writing.signal,
      ),
    ),
    nemesis.repair(),
  ]);
  clearInterval(progress);
  clearTimeout(timer);
  signal?.throwIfAborted();
  await untilServing(stack.serverUrl);
  const writesMeanwhile = changeLog.changes().filter(({ by }) => by.kind === 'app').length;
  say('everything runs again, nobody writes; waiting until both sides are equal');

  const read = async () => {
    signal?.throwIfAborted();
    return {
      documents: await readDocuments(stack.serverUrl, plans),
      board: await readBoard(onlooker, plans),
    };
  };
  const { sides, ms, isConverged } = await untilConverged(read, {
    timeoutMs: options.patienceMs ?? patienceFor(durationMs),
    say,
  });
  await changeLog.look();
  const quietFrom = changeLog.changes().at(-1)?.seq ?? 0;
  if (isConverged) {
    say(`equal after ${(ms / 1_000).toFixed(1)} s; waiting for two more looks at every plan`);
    await untilLookedAt(control, plans);
  }
  looking.abort();
  await Promise.all(looks);
  await Promise.all([changeLog.look(), agentsView.look(), syncLog.look()]);
  const conflicts = await readConflicts(redis);
  const afterwards = isConverged
    ? changeLog.changes().filter(({ seq, by }) => seq > quietFrom && by.kind === 'app')
    : [];
  const evidence: KeptEvidence = {
    syncLog: syncLog.lines(),
    ...(afterwards.length > 0 ? await read() : sides),
    writes: journal.writes(),
    changes: changeLog.changes(),
    conflicts,
    revisions: agentsView.revisions(),
    gone: await readGone(stack.serverUrl, goneOf(journal.writes(), sides.documents)),
    afterwards,
    exits: stand.exits,
  };
  if (options.keepFolder) writeEvidence(join(stack.folder, 'evidence.json'), evidence);
  const violations = check(evidence);
  const figures: RunFigures = {
    seed,
    minutes,
    tasks: world.made(),
    plans: plans.length,
    writes: evidence.writes,
    damage: nemesis.damage(),
    convergenceMs: ms,
    writesMeanwhile,
    conflicts: conflicts.length,
    violations,
  };
  return { figures, violations, evidence, folder: stack.folder };
}

/** A task that failed again and again waits for twice as long each time: for about as long as the chaos went on. */
function patienceFor(durationMs: number): number {
  return Math.max(120_000, durationMs * 1.5 + 60_000);
}

async function makePlans({ control }: ChaosStand, count: number): Promise<readonly Plan[]> {
  const plans: Plan[] = [];
  for (let at = 1; at <= count; at += 1) {
    plans.push(await control.makePlan(`Chaos ${at}`, bucketsPerPlan));
  }
  return plans;
}

/** Documents that agents have made and that stand no more. */
function goneOf(writes: Evidence['writes'], documents: Evidence['documents']): readonly string[] {
  const standing = new Set(documents.map(({ id }) => id));
  const known = writes.flatMap(({ kind, told, taskId }) =>
    kind === 'agent' && told === 'accepted' && taskId !== undefined ? [taskId] : [],
  );
  return [...new Set(known)].filter((id) => !standing.has(id));
}
