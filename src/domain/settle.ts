import { differingFields } from './content.js';
import { mergeTask } from './merge/merge-task.js';
import type { ContentLimits } from './merge/legal.js';
import { makeLegal } from './merge/legal.js';
import type { FieldConflict, WriteTimes } from './merge/merge-types.js';
import type { Reply } from './reply.js';
import { normalise } from './reply.js';
import { sameContent } from './content.js';
import type { TaskContent, TaskField } from './task.js';

/** What Planner was found to hold, and what it follows from. */
export type Finding =
  | {
      readonly kind: 'read';
      /** What both sides agreed on last. */
      readonly base: TaskContent;
      readonly planner: TaskContent;
    }
  | {
      /** A create of ours whose answer was lost, found again. */
      readonly kind: 'adopted';
      readonly posted: TaskContent;
      readonly planner: TaskContent;
    }
  | {
      /** What both sides had agreed on is lost: nobody can tell who changed what, so the person's values stand. */
      readonly kind: 'unfounded';
      readonly planner: TaskContent;
    }
  | {
      readonly kind: 'written';
      readonly reply: Reply;
      /** The document on which we decided what to write, and the result of that merge. */
      readonly document: TaskContent;
      readonly merged: TaskContent;
      readonly conflicts: readonly FieldConflict[];
    };

export interface Settlement {
  /** What the document is to hold now. */
  readonly document: TaskContent;
  /** Fields that changed for the agents by what people did. */
  readonly changed: readonly TaskField[];
  /** Both sides are equal. */
  readonly isAgreed: boolean;
  readonly conflicts: readonly FieldConflict[];
}

/**
 * What follows for the agents' document, as it is now, from what Planner holds. After a write of ours, Planner's
 * answer is the new common ground: what agents wrote while the request was under way stays theirs to be sent, what
 * people did meanwhile is taken over. Pure.
 */
export function settle(
  document: TaskContent,
  finding: Finding,
  times: WriteTimes,
  limits: ContentLimits,
): Settlement {
  const ground = groundOf(document, finding, times);
  const { versions, earlier } = ground;
  const merged = mergeTask(versions, times);
  const legal = makeLegal(merged.value, versions, limits);
  return {
    document: legal.value,
    changed: differingFields(legal.value, ground.known),
    isAgreed: sameContent(legal.value, versions.planner),
    conflicts: distinct([...earlier, ...merged.conflicts, ...legal.conflicts]),
  };
}

interface Ground {
  readonly versions: {
    readonly base: TaskContent;
    readonly agent: TaskContent;
    readonly planner: TaskContent;
  };
  /** The document in Planner's form of our values: what differs from it is news for the agents. */
  readonly known: TaskContent;
  readonly earlier: readonly FieldConflict[];
}

function groundOf(document: TaskContent, finding: Finding, times: WriteTimes): Ground {
  switch (finding.kind) {
    case 'read':
      return readGround(document, finding.base, finding.planner);
    case 'adopted': {
      const { posted, planner } = finding;
      return readGround(inBucketOf(document, planner), inBucketOf(posted, planner), planner);
    }
    case 'unfounded':
      return {
        ...readGround(document, document, finding.planner),
        earlier: unfoundedConflicts(document, finding.planner),
      };
    case 'written':
      return writtenGround(document, finding, times);
  }
}

function readGround(document: TaskContent, base: TaskContent, planner: TaskContent): Ground {
  return { versions: { base, agent: document, planner }, known: document, earlier: [] };
}

function unfoundedConflicts(agent: TaskContent, planner: TaskContent): readonly FieldConflict[] {
  return differingFields(agent, planner).map((field) => ({
    field,
    base: null,
    agent: agent[field],
    planner: planner[field],
    winner: 'person',
    rule: 'person_wins_base_lost',
  }));
}

/** A task posted without a bucket stands in one of Planner's choice, which is nobody's edit. */
export function inBucketOf(content: TaskContent, planner: TaskContent): TaskContent {
  return content.bucketId === null ? { ...content, bucketId: planner.bucketId } : content;
}

function writtenGround(
  document: TaskContent,
  finding: Finding & { kind: 'written' },
  times: WriteTimes,
): Ground {
  const { reply, merged, conflicts } = finding;
  const isUnchanged = sameContent(document, finding.document);
  // What agents wrote since is put on top of the merge that we sent.
  const rebased = isUnchanged
    ? { value: merged, conflicts: [] }
    : mergeTask({ base: finding.document, agent: document, planner: merged }, times);
  return {
    versions: {
      base: normalise(reply.wanted, reply),
      agent: normalise(rebased.value, reply),
      planner: reply.answer,
    },
    known: normalise(document, reply),
    earlier: [...conflicts, ...rebased.conflicts],
  };
}

/**
 * One conflict a place. What agents wrote while the request was under way is what lost, or won, in the end; both sides
 * had agreed on what the first conflict says.
 */
function distinct(conflicts: readonly FieldConflict[]): readonly FieldConflict[] {
  const byPlace = new Map<string, FieldConflict>();
  for (const conflict of conflicts) {
    const place = [conflict.field, conflict.key ?? '', conflict.cell ?? ''].join('\u0000');
    const first = byPlace.get(place);
    byPlace.set(place, first === undefined ? conflict : { ...conflict, base: first.base });
  }
  return [...byPlace.values()];
}
