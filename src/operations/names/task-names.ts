import type { FieldProblem, Problem } from '../../domain/problem.js';
import type { NameBook } from '../../metadata/name-book.js';
import { mayBePlannerId } from '../../metadata/wanted.js';
import { summary } from '../check-input.js';
import type { OperationReply } from '../define-operation.js';
import { lookUp, type LookUp } from './look-up.js';
import { nameProblem, toNameError, type NamedThing, type Unclear } from './name-problem.js';
import {
  entriesIn,
  exchangeEntries,
  fieldsIn,
  isBody,
  isLabelName,
  isPersonName,
  isPlannerName,
  type Body,
} from './named-values.js';
import { matchPlan } from './plan-name.js';

/** The plan that the write is about where its body names none; null: a task without plan. */
export type PlanOf = () => Promise<string | null>;

const planFields = ['planId', 'plan_id'];
const bucketFields = ['bucketId', 'bucket_id'];
const personFields = ['assigneeIds', 'assignee_ids'];
const labelFields = ['appliedCategories', 'applied_categories'];

/** More are refused anyway, and nobody is to send us looking for thousands. */
const mostNames = 100;

/**
 * Writes a body in which people, buckets, labels and the plan may be given by name. Ids are left alone and cost nothing.
 * What a name does not say clearly stays in the body as something that the library refuses, so that all problems of a
 * body are told at once; the words for it are ours. ProblemError graph_forbidden or graph_unavailable where nothing else
 * is wrong than that a name could not be looked up.
 */
export async function writeWithNames(
  names: NameBook,
  input: unknown,
  options: { readonly planOf: PlanOf; readonly write: (body: unknown) => Promise<OperationReply> },
): Promise<OperationReply> {
  const { planOf, write } = options;
  if (!isBody(input) || !mentionsNames(input)) return write(input);
  const { body, notes } = await exchangeNames(names, input, planOf);
  return explain(await write(body), notes);
}

/** Asked of every write, so it only looks at the shape of what is there. */
function mentionsNames(body: Body): boolean {
  return (
    fieldsIn(body, [...planFields, ...bucketFields]).some(([, value]) => isPlannerName(value)) ||
    fieldsIn(body, personFields).some(([, value]) => entriesIn(value).some(isPersonName)) ||
    fieldsIn(body, labelFields).some(([, value]) => entriesIn(value).some(isLabelName))
  );
}

/** What we say about a field that the library refuses. */
interface Note {
  readonly problem: FieldProblem;
  readonly found: Unclear;
}

async function exchangeNames(
  names: NameBook,
  input: Body,
  planOf: PlanOf,
): Promise<{ readonly body: Body; readonly notes: readonly Note[] }> {
  const body: Record<string, unknown> = { ...input };
  const notes: Note[] = [];
  const settle = (found: LookUp, field: string, thing: NamedThing, name: string): string => {
    if (found.kind === 'one') return found.id;
    notes.push({ problem: nameProblem(field, thing, found), found });
    return `:${name}`;
  };

  for (const [field, name] of fieldsIn(body, planFields)) {
    if (isPlannerName(name)) {
      body[field] = settle(await matchPlan(names, name), field, 'plan', name);
    }
  }
  let asked: Promise<string | null> | null = null;
  const inPlan = async (find: (planId: string) => ReturnType<NameBook['bucket']>) => {
    const planId = await (asked ??= planIn(body, planOf));
    const found: LookUp = planId === null ? { kind: 'planless' } : await lookUp(() => find(planId));
    return found;
  };

  const bucket = async ([field, name]: readonly [string, unknown]): Promise<void> => {
    if (!isPlannerName(name)) return;
    const found = await inPlan((planId) => names.bucket(planId, name));
    const isUnasked = found.kind === 'planless' || found.kind === 'away';
    // It may be an id, and nobody can say now; sync will tell if it is none.
    if (isUnasked && mayBePlannerId(name)) return;
    body[field] = settle(found, field, 'bucket', name);
  };
  const person = async (entry: unknown, place: string): Promise<unknown> =>
    isPersonName(entry)
      ? settle(await lookUp(() => names.person(entry)), place, 'person', entry)
      : entry;
  const label = async (entry: unknown, place: string): Promise<unknown> =>
    isLabelName(entry)
      ? settle(await inPlan((planId) => names.category(planId, entry)), place, 'label', entry)
      : entry;
  const list =
    (exchange: typeof person) =>
    async ([field, value]: readonly [string, unknown]): Promise<void> => {
      if (entriesIn(value).length > mostNames) return;
      body[field] = await exchangeEntries(field, value, exchange);
    };

  await Promise.all([
    ...fieldsIn(body, bucketFields).map(bucket),
    ...fieldsIn(body, personFields).map(list(person)),
    ...fieldsIn(body, labelFields).map(list(label)),
  ]);
  return { body, notes };
}

async function planIn(body: Body, planOf: PlanOf): Promise<string | null> {
  const [given] = fieldsIn(body, planFields);
  if (given === undefined) return planOf();
  const [, planId] = given;
  return typeof planId === 'string' && mayBePlannerId(planId) ? planId : null;
}

/** Puts our words for names into the library's answer. */
function explain(reply: OperationReply, notes: readonly Note[]): OperationReply {
  if (reply.status !== 400 || notes.length === 0) return reply;
  const problem = JSON.parse(reply.json) as Problem;
  const noted = new Map(notes.map((note) => [note.problem.field, note]));
  const refused = problem.errors ?? [];
  const away = refused.map(({ field }) => noted.get(field));
  const [first] = away;
  if (first !== undefined && away.every((note) => note?.found.kind === 'away')) {
    throw toNameError(first.problem, first.found);
  }
  const errors = refused.map((one) => noted.get(one.field)?.problem ?? one);
  return { ...reply, json: JSON.stringify({ ...problem, detail: summary(errors), errors }) };
}
