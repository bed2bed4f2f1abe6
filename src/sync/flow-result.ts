/** How a flow ended: nothing more to do now, or look again after a while. Failures are thrown as GraphError. */
export type FlowResult =
  | { readonly kind: 'done' }
  | {
      readonly kind: 'again';
      readonly afterMs: number;
      /** Why, in a sentence for people. */
      readonly why?: string;
    };

/** Why another look is needed. */
export const lookAgain = {
  createUnanswered:
    'Planner did not answer the create of this task; whether it was made is looked up before it is repeated.',
  claimed: 'The Planner task that seemed to be this one belongs to another task.',
  moving: 'The task changes on both sides faster than it can be brought together.',
  notFound: 'Graph does not find something that this task names, though the task itself is there.',
  notProvenGone: 'Graph does not find the task, but its plan still lists it.',
} as const;
