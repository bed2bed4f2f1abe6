import type { ViolationKind } from '../checker/violation.js';

/** A change of the built product by which it does wrong what is asked of it. */
export interface Breakage {
  readonly name: string;
  /** For people: what the product does then. */
  readonly what: string;
  /** What the checker must find, one of these at least. */
  readonly expected: readonly ViolationKind[];
  /** Text in a file below `dist`, and what stands there instead. The text must be there exactly once. */
  readonly patches: readonly {
    readonly file: string;
    readonly text: string;
    readonly replacement: string;
  }[];
}

export const breakages: readonly Breakage[] = [
  {
    name: 'reposted-creates',
    what: 'A create without an answer is posted again at once; what the first one made is neither looked for nor removed.',
    expected: ['doubled'],
    patches: [
      {
        file: 'src/sync/create-in-planner.js',
        text: "if (attempt === null)\n        return { kind: 'none' };",
        replacement: "return { kind: 'none' };",
      },
      {
        file: 'src/sync/create-in-planner.js',
        text: 'return attempt === null ? {} : { givenUp: { taskId, ...attempt } };',
        replacement: 'return {};',
      },
    ],
  },
  {
    name: 'half-a-listing',
    what: 'A page that fails ends the listing of a plan, and what is not in it counts as deleted.',
    expected: ['deleted', 'differing'],
    patches: [
      {
        file: 'src/sync/sync-run.js',
        text: 'await planner.listTasks(planId, ...(next === undefined ? [] : [next]));',
        replacement:
          'await planner.listTasks(planId, ...(next === undefined ? [] : [next])).catch((error) => {\n if (next === undefined) throw error;\n return { tasks: [], next: null };\n });',
      },
      {
        file: 'src/sync/sync-task.js',
        text: 'if (session.bookkeeping.base === null)',
        replacement:
          "if (session.seen?.kind === 'missing') return await deleteForAgents(session, plannerId);\n if (session.bookkeeping.base === null)",
      },
    ],
  },
  {
    name: 'agents-win',
    what: 'Of two writes at once the agent’s stays.',
    expected: ['overwritten'],
    patches: [
      {
        file: 'src/domain/merge/conflict-rule.js',
        text: 'if (agentAt !== null && agentAt > person.to + graceMs) {',
        replacement: 'if (agentAt !== null) {',
      },
    ],
  },
  {
    name: 'early-outbox',
    what: 'A change leaves the outbox three seconds before it is handed to Temporal.',
    expected: ['differing', 'lost'],
    patches: [
      {
        file: 'src/tasks/relay.js',
        text: 'await handOver.untilDone(changes);\n                await remove(entryIds);',
        replacement:
          'await remove(entryIds);\n                await new Promise((resolve) => setTimeout(resolve, 3000));\n                await handOver.untilDone(changes);',
      },
    ],
  },
  {
    name: 'blind-commits',
    what: 'A commit of sync does not look whether an agent has written meanwhile.',
    expected: ['lost'],
    patches: [
      {
        file: 'src/tasks/functions/sync.lua',
        text: "if not same_document(ns, input) then return { 'raced', 0 } end",
        replacement: '',
      },
    ],
  },
  {
    name: 'unmerged-base',
    what: 'What Planner answers to a write is what both sides agreed on, although it holds a person’s newer values.',
    expected: ['overwritten'],
    patches: [
      {
        file: 'src/domain/settle.js',
        text: 'base: normalise(reply.wanted, reply),',
        replacement: 'base: reply.answer,',
      },
    ],
  },
];
