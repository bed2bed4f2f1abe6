import type * as z from 'zod';
import type { Approvals } from '../approvals/approvals.js';
import type { Risk } from '../domain/approvals/risk.js';
import type { ActionLog } from './actions/action-log.js';
import type { ActionSteps } from './actions/action-steps.js';
import type { AccountBook } from '../accounts/account-book.js';
import type { Boards } from '../boards/boards.js';
import type { AuditLog } from '../access/audit-log.js';
import type { ReadPermissions } from '../diagnosis/read-permissions.js';
import type { Report } from '../diagnosis/report.js';
import type { SignOut } from '../accounts/sign-out.js';
import type { CallbackUrl } from '../accounts/login/callback-address.js';
import type { Logins } from '../accounts/login/logins.js';
import type { TokenExchange } from '../accounts/login/token-exchange.js';
import type { Scope } from '../domain/access/caller.js';
import type { FeatureName } from '../domain/permissions/features.js';
import type { MetadataCache } from '../metadata/metadata-cache.js';
import type { GraphControl } from '../graph/gateway/graph-status.js';
import type { NameBook } from '../metadata/name-book.js';
import type { ConflictLog } from '../review/conflict-log.js';
import type { ExplainTask } from '../review/explain-task.js';
import type { ResolveConflict } from '../review/resolve-conflict.js';
import type { TaskHistory } from '../review/task-history.js';
import type { Undo } from '../review/undo.js';
import type { SyncStatusReader } from './sync/sync-status.js';
import type { WebhookHealthReader } from './webhook/webhook-health.js';
import type { ToolCatalogue } from './tools/tool-catalogue.js';
import type { OperationArea } from './operation-area.js';
import type { MailFiles } from './mail/files/mail-files.js';
import type { GraphFor } from './graph-for.js';
import { selectionOf } from './inputs/fields.js';
import type { OtherName } from './also-known-as.js';
import type { DocumentReader } from './files/reading/document-reader.js';
import { toGraphProblem } from './graph-problem.js';
import { checkInput, type InputAliases } from './check-input.js';
import type { Elicit, OperationCall } from './operation-call.js';
import type { PlanControl } from '../sync/plan-control/plan-control.js';
import type { PreviewPlan } from '../sync/preview/preview-plan.js';
import type { SubscriptionControl } from '../subscriptions/subscription-control.js';
import type { SyncFailures } from '../sync/sync-failures.js';
import type { EventStream } from '../tasks/event-stream.js';
import type { KeptReplies } from '../tasks/kept-replies.js';
import type { WaitForChange } from '../tasks/wait-for-change.js';
import type { TaskStore } from '../tasks/task-store.js';

/** What operations work with; handed in by the composition root. */
export interface OperationDeps {
  /** Who may use which account at Microsoft. */
  readonly accounts: AccountBook;
  readonly signOut: SignOut;
  readonly store: TaskStore;
  /** Planner's boards, through the store where they are synced. */
  readonly boards: Boards;
  readonly events: EventStream;
  readonly waitForChange: WaitForChange;
  readonly syncStatus: SyncStatusReader;
  readonly history: TaskHistory;
  readonly undo: Undo;
  readonly conflicts: ConflictLog;
  readonly resolveConflict: ResolveConflict;
  readonly explain: ExplainTask;
  readonly failures: SyncFailures;
  readonly plans: PlanControl;
  readonly previewPlan: PreviewPlan;
  readonly keptReplies: KeptReplies;
  /** What waits for people. */
  readonly approvals: Approvals;
  /** What was done at Microsoft, and how it is taken back. */
  readonly actions: ActionLog;
  readonly metadata: MetadataCache;
  /** Microsoft Graph in the name of an account, for a call that waits for it. */
  readonly graphFor: GraphFor;
  readonly documents: DocumentReader;
  /** Where a call names no zone: IANA name. */
  readonly timeZone: string;
  /** Stands under what is posted in Teams, so that people know who wrote it; null: nothing. */
  readonly agentSignature: string | null;
  readonly names: NameBook;
  readonly mailFiles: MailFiles;
  /** Null: not in Planner. */
  readonly plannerIdOf: (taskId: string) => Promise<string | null>;
  readonly subscriptions: SubscriptionControl;
  readonly webhookHealth: WebhookHealthReader;
  readonly graph: Pick<GraphControl, 'resetCircuit'>;
  readonly audit: Pick<AuditLog, 'list'>;
  readonly health: { read(): Promise<Report> };
  /** What there is to call. */
  readonly tools: ToolCatalogue;
  readonly permissions: ReadPermissions;
  readonly logins: Logins;
  readonly tokenExchange: TokenExchange;
  /** Where Microsoft sends the browser back, for a base address or for our own. Throws ProblemError invalid_input for a foreign one. */
  readonly callbackUrl: CallbackUrl;
}

/** `json` is ready to send; with a status of 400 or more it is a problem object. */
export interface OperationReply {
  readonly status: number;
  readonly json: string;
  readonly id?: string;
  readonly replayed?: boolean;
  /** Instead of the operation's own: 200 where nothing was made, 202 where it is still to be done. */
  readonly httpStatus?: 200 | 202;
  /** Something for the person, where the call says that it can be shown; then the same call comes again with `elicited`. */
  readonly elicit?: Elicit;
}

export interface OperationHttp {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Path with `{id}` for a parameter, as in OpenAPI. */
  readonly path: string;
  readonly successStatus: 200 | 201 | 204;
}

export interface OperationAnnotations {
  readonly readOnly: boolean;
  readonly destructive: boolean;
  readonly idempotent: boolean;
  readonly openWorld: boolean;
}

export interface OperationDescription {
  /** Also the MCP tool's name: `^[a-z][a-z0-9_]{0,47}$`. */
  readonly name: string;
  readonly title: string;
  /** Says when to use it and what comes back. */
  readonly description: string;
  readonly output: z.ZodObject;
  /** The member of `output` that REST answers as the whole body; null: the output as it is. */
  readonly restBody: string | null;
  /** Where it is found: the profile of tools that holds it. */
  readonly area: OperationArea;
  /** Names under which programs that were there before ours know it: callable, with the same permissions, and not shown. */
  readonly alsoKnownAs?: readonly OtherName[];
  /** It exists for programs that were there before ours: callable like the names above. */
  readonly isOlder?: true;
  /** It is also among the few that a model is shown at first. */
  readonly isCore?: true;
  /** What of Microsoft Graph it makes use of, for the permissions that it needs. */
  readonly features: readonly FeatureName[];
  /** Graph's calls, for the documentation: `GET /users/{id}/messages`. Absent: none of its own. */
  readonly graphCalls?: readonly string[];
  /**
   * Members of the output that hold text which others wrote (`messages[].subject`): it is marked, so that a model takes it
   * as data and not as instructions.
   */
  readonly outsideText?: readonly string[];
  /**
   * The member of the output, a row or a list of rows, of which callers may ask for some members (`fields`); the input then
   * has that too.
   */
  readonly selectable?: string;
  /** The member of the output that tells of a file: `url`, `name` and perhaps `contentType`. MCP answers a link to it besides. */
  readonly linksTo?: string;
  /** What a caller must have to see and use it; null: nothing but to be let in. */
  readonly scope: Scope | null;
  /** Why a person may want to be asked before it is done. */
  readonly risk?: Risk;
  /** It is about all plans at once: callers who see only some neither see nor use it. */
  readonly spansPlans?: true;
  readonly annotations: OperationAnnotations;
  readonly http: OperationHttp;
  /** It may answer late on purpose: it is told when its caller has gone. */
  readonly waits?: true;
  /** It is about another operation's call, as which it is entered and run (`readPassedCall`). */
  readonly passesOn?: true;
  /** Its answers hold secrets: none is kept for a request that is repeated. */
  readonly answersSecrets?: true;
}

/** One operation of the product: REST route, MCP tool and documentation come from this object. */
export interface Operation extends OperationDescription {
  readonly input: z.ZodObject;
  /** Of an action: its steps, for who does them later. */
  readonly action?: ActionSteps;
  /** Throws ProblemError for what the caller can put right. */
  run(deps: OperationDeps, call: OperationCall): Promise<OperationReply>;
}

/**
 * An operation whose input is checked here, strictly, by its own schema. A POST with an idempotency key is answered a
 * second time as it was first.
 */
export function defineOperation<Input extends z.ZodObject>(
  definition: OperationDescription & {
    readonly input: Input;
    readonly aliases?: InputAliases;
    readonly handler: (
      deps: OperationDeps,
      input: z.output<Input>,
      call: OperationCall,
    ) => Promise<OperationReply>;
  },
): Operation {
  const { handler, aliases, ...description } = definition;
  const { selectable } = definition;
  const selection = selectable === undefined ? null : selectionOf(definition, selectable);
  return {
    ...description,
    ...(selection !== null && { input: selection.input, output: selection.output }),
    async run(deps, call) {
      const { input, pick } = readInput(call);
      const handle = async (): Promise<OperationReply> => {
        try {
          return pick(await handler(deps, input, call));
        } catch (error) {
          throw toGraphProblem(error, definition);
        }
      };
      const { actor } = call;
      const idempotencyKey = call.idempotencyKey ?? keyIn(input);
      const keepsReply = definition.http.method === 'POST' && definition.answersSecrets !== true;
      if (!keepsReply || idempotencyKey === undefined || isDryRun(input)) return handle();
      const keyed = { actor, idempotencyKey, operation: definition.name, input };
      const known = await deps.keptReplies.find(keyed);
      if (known?.kind === 'kept') return { status: 200, json: known.json, replayed: true };
      const reply = await handle();
      if (reply.status === 200) await deps.keptReplies.keep(keyed, reply.json);
      return reply;
    },
  };

  /** What the handler is told, and what is done to its answer. */
  function readInput(call: OperationCall): {
    readonly input: z.output<Input>;
    readonly pick: (reply: OperationReply) => OperationReply;
  } {
    if (selection === null) {
      return { input: checkInput(definition.input, call, aliases), pick: (reply) => reply };
    }
    const { fields, ...input } = checkInput(selection.input, call, aliases) as Selected<Input>;
    const pick = (reply: OperationReply): OperationReply =>
      reply.status === 200 ? { ...reply, json: selection.pick(reply.json, fields) } : reply;
    return { input: input as z.output<Input>, pick };
  }
}

/** As the schema has it that was made from the operation's own. */
type Selected<Input extends z.ZodObject> = z.output<Input> & {
  readonly fields?: readonly string[];
};

function isDryRun(input: object): boolean {
  return 'dryRun' in input && input.dryRun === true;
}

/** MCP has no header for it. */
function keyIn(input: object): string | undefined {
  return 'idempotencyKey' in input && typeof input.idempotencyKey === 'string'
    ? input.idempotencyKey
    : undefined;
}

/**
 * A task write. Its schema only describes: the Redis function is the authority, so that REST, MCP and FCALL name
 * the same problems for the same mistake.
 */
export function defineTaskWrite(
  definition: OperationDescription & {
    readonly input: z.ZodObject;
    readonly handler: (deps: OperationDeps, call: OperationCall) => Promise<OperationReply>;
  },
): Operation {
  const { handler, ...description } = definition;
  return { ...description, run: handler };
}
