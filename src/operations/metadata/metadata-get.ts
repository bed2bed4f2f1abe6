import * as z from 'zod';
import { isGuid } from '../../domain/guid.js';
import { metadataTypes, type MetadataType } from '../../domain/metadata.js';
import { ProblemError } from '../../domain/problem.js';
import type { Metadata } from '../../metadata/metadata-cache.js';
import { isAddress, isPlannerId, kindOf } from '../../metadata/wanted.js';
import { appAccount } from '../../graph/gateway/graph-account.js';
import { accountInput, chooseAccount } from '../accounts/account-choice.js';
import { defineOperation, type OperationDeps } from '../define-operation.js';
import { requireBucketId, requirePersonId, requirePlanId } from '../names/require-id.js';

export const metadataGet = defineOperation({
  name: 'metadata_get',
  title: 'Look up a person, group, plan, bucket or task',
  description:
    'Tells what Microsoft 365 knows of one person, group, plan (with its buckets and labels), bucket or Planner task, from a cache of 24 hours that reads itself anew. ' +
    'Use it to learn who somebody is, what a bucket is called, or which buckets a plan has. Of a task it tells what Planner holds, at most a minute old; ' +
    'task_get tells what Tandem holds. source and cachedAt say where the answer comes from; stale means that Microsoft Graph does not answer now.',
  input: z.strictObject({
    type: z.enum(metadataTypes).describe('What it is.'),
    id: z
      .string()
      .min(1)
      .max(320)
      .describe(
        'Its id. Of a person also name, mail address or sign-in name; of a linked plan also its title; of a bucket also its name, with planId; of a task the id in Planner or ours.',
      ),
    planId: z
      .string()
      .min(1)
      .max(255)
      .optional()
      .describe('Only with the name of a bucket: its plan, by id or title.'),
    fresh: z
      .boolean()
      .optional()
      .describe('True: ask Microsoft Graph now, and keep what it says. Costs a request.'),
    account: accountInput,
  }),
  output: z.looseObject({
    source: z.enum(['cache', 'graph']).describe('graph: asked for just now.'),
    stale: z
      .boolean()
      .describe('True: older than the cache keeps it, because Microsoft Graph does not answer.'),
    cachedAt: z.string().describe('When Microsoft Graph was asked (UTC).'),
    type: z.enum(metadataTypes),
    id: z.string(),
    displayName: z.string().nullish().describe('Of a person or group.'),
    mail: z.string().nullish(),
    userPrincipalName: z.string().nullish().describe("A person's sign-in name."),
    title: z.string().nullish().describe('Of a plan or task.'),
    name: z.string().nullish().describe('Of a bucket.'),
    planId: z.string().nullish().describe('Of a bucket or task.'),
    buckets: z
      .array(z.object({ id: z.string(), name: z.string().nullish() }))
      .optional()
      .describe('Of a plan, in board order.'),
    categoryDescriptions: z
      .record(z.string(), z.string())
      .optional()
      .describe('Of a plan: its named labels, category1 to category25.'),
  }),
  restBody: null,
  area: 'directory',
  features: ['planner', 'people', 'groups'],
  scope: 'metadata:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'GET', path: '/api/metadata', successStatus: 200 },
  aliases: { plan_id: 'planId' },
  handler: async (deps, { type, id, planId, fresh, account: named }, call) => {
    const known = await idOf(deps, { type, id, planId });
    // Whom it is about does not depend on who asks: only who says so sees it with other eyes.
    const account = named === undefined ? appAccount : await chooseAccount(deps, call, named);
    const options = { account, ...(fresh === true && { maxAgeMs: 0 }) };
    return { status: 200, json: toAnswer(await deps.metadata.read(kindOf(type), known, options)) };
  },
});

/** What stands in Redis goes out as it is; this is the hot path. */
function toAnswer({ json, source, isStale }: Metadata): string {
  return `{"source":"${source}","stale":${isStale},${json.slice(1)}`;
}

/** An id is taken as it is; names are looked up. */
async function idOf(
  deps: Pick<OperationDeps, 'names' | 'plannerIdOf'>,
  wanted: {
    readonly type: MetadataType;
    readonly id: string;
    readonly planId: string | undefined;
  },
): Promise<string> {
  const { type, id, planId } = wanted;
  const { names } = deps;
  switch (type) {
    case 'user':
      return isGuid(id) || isAddress(id) ? id : requirePersonId(names, id, 'id');
    case 'group':
      return id;
    case 'plan':
      return requirePlanId(names, id, 'id');
    case 'bucket':
      if (isPlannerId(id)) return id;
      if (planId === undefined) throw needsPlan();
      return requireBucketId(names, { planId: await requirePlanId(names, planId), name: id }, 'id');
    case 'task':
      return plannerIdOf(deps, id);
  }
}

function needsPlan(): ProblemError {
  const message =
    'is not the id of a bucket (28 characters); to find it by its name, send planId too';
  return new ProblemError('invalid_input', `id: ${message}`, {
    errors: [{ field: 'id', message }],
  });
}

async function plannerIdOf(
  { plannerIdOf: find }: Pick<OperationDeps, 'plannerIdOf'>,
  id: string,
): Promise<string> {
  // Ours are ULIDs, Planner's have 28 characters.
  if (!/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(id)) return id;
  const plannerId = await find(id);
  if (plannerId !== null) return plannerId;
  throw new ProblemError('not_found', `Task ${id} is not in Planner`, {
    errors: [{ field: 'id', message: 'is no task that Planner has; see it with task_get' }],
  });
}
