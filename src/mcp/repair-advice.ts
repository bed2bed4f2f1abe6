import type { OperationArea } from '../operations/operation-area.js';
import type { FieldProblem, Problem, ProblemCode } from '../domain/problem.js';

const again =
  'The call itself may be right. Try once more; if it fails again, tell a person and quote the detail.';
const notAllowed = 'This caller may not do that. Tell the person who set up the connection.';
const nothingWritten = 'Nothing was written. Wait some seconds and make the same call again.';

/** What a model should do next, by the code of the problem. */
const advice: Readonly<Record<ProblemCode, string>> = {
  invalid_json: 'Correct the call and make it again.',
  invalid_input: 'Correct the call and make it again.',
  invalid_cursor: 'Use a cursor exactly as answered before, or leave it out to begin anew.',
  unauthorized: notAllowed,
  forbidden: notAllowed,
  insufficient_scope: notAllowed,
  read_only: 'Nothing can be written here. Tell a person; reading goes on.',
  write_policy:
    'The key behind this connection may not change this task. Make a task of your own, or ask a person.',
  account_forbidden:
    'Somebody else signed this account in. Use one that auth_list_accounts shows, or sign in with auth_start_login.',
  account_not_found:
    'Use the id or user name of an account that auth_list_accounts shows, or sign in with auth_start_login.',
  reauth_required:
    'Microsoft wants the person to sign in again. Start it with auth_start_login and give the person the address; then make the same call again.',
  login_not_found:
    'This sign-in is over or was never begun. Begin a new one with auth_start_login.',
  login_failed:
    'Tell the person what the detail says, then begin a new sign-in with auth_start_login.',
  not_found:
    'There is no such thing. Find tasks with task_list, conflicts with sync_list_conflicts; the detail says what was looked for.',
  plan_not_found:
    'Use the id of a plan that sync_get_status lists, or link the plan with sync_add_plan.',
  plan_forbidden: 'Tandem may not read this plan. Tell a person; the detail says what is missing.',
  graph_forbidden:
    'Tandem may not read this in Microsoft Graph. Tell a person; the detail names the permission.',
  plan_in_preview: 'Switch the plan on with sync_add_plan (mode "on") when a person has agreed.',
  plan_removal_ended:
    'Somebody wants the plan after all. Ask a person before you call sync_remove_plan again.',
  plan_not_stopped: 'Nothing is to be confirmed; sync_get_status shows which plans are stopped.',
  graph_refused:
    'Microsoft Graph says why in the detail. Correct the call; where it cannot be done at all, tell the person.',
  graph_conflict: 'Read it again, then make the call with what is there now.',
  graph_unavailable:
    'Microsoft Graph cannot be asked now. Wait a minute and make the same call again.',
  subscription_not_found: 'Use an id that webhook_list_subscriptions shows.',
  subscription_configured:
    'It is named in SUBSCRIPTIONS. Tell the person who runs the server; it cannot be changed by a call.',
  no_public_address:
    'Tell the person who runs the server: without a public address Microsoft Graph cannot notify.',
  deleted:
    'The task was deleted. sync_undo brings it back within 7 days; otherwise make a new one with task_create.',
  method_not_allowed: again,
  stale_revision:
    'The task has changed since you read it. "current" holds it as it is now: decide again and send its rev as expectedRev.',
  not_deleted: 'The task is there. Read it with task_get.',
  conflict_outdated:
    'Somebody has changed the value since; "current" is what it is now. Ask a person, or send overwrite: true.',
  approval_not_found: 'Use an id that approvals_list shows; they are kept for seven days.',
  approval_refused:
    'A person does not want this. Do not try it again in another way; ask them what they want instead.',
  approval_expired:
    'Nobody decided in time, and nothing was done. Ask the person before you try again.',
  approval_decided: 'Read it with approvals_get; what was decided stays.',
  approval_outdated:
    'It has changed meanwhile, and nothing was done. Look again, then make the call anew.',
  action_denied: 'This connection may not do it at all. Tell the person who set it up.',
  outcome_unknown:
    'Do not repeat it: it may have been done. Look first (the detail says at what), then tell the person or call with a new idempotencyKey.',
  not_undoable: 'See with sync_history which operations are kept, and use the rev of one of them.',
  body_too_large: 'Send less at once.',
  unsupported_media_type: again,
  idempotency_key_reused:
    'This idempotencyKey belongs to another call. Use a new key for a new write.',
  plan_not_linked:
    'This plan is not linked to Tandem. Leave planId out for the default plan, use one that sync_get_status lists, or link it with sync_add_plan.',
  too_many_requests: nothingWritten,
  internal: again,
  not_replicated:
    'The write is done. Make the same call again with the same idempotencyKey to hear when it is safe; without one, read before you write again.',
  temporal_unavailable: nothingWritten,
  inbox_full: nothingWritten,
  sign_in_unavailable: nothingWritten,
  redis_unavailable: nothingWritten,
};

/** The same, where the area of the operation that failed has a better next call. */
const adviceOfArea: Readonly<
  Partial<Record<OperationArea, Readonly<Partial<Record<string, string>>>>>
> = {
  tasks: {
    not_found:
      'There is no such thing. Find Planner tasks with planner_search_tasks or task_list, To Do tasks with todo_list_tasks; send the id that they answer.',
    plan_not_found: 'Use the id of a plan that planner_list_plans shows.',
  },
  mail: {
    graph_refused:
      'Microsoft Graph says why in the detail. Ids must be as mail_search, mail_list_messages or mail_list_folders answer them; where it cannot be done at all, tell the person.',
    not_found:
      'There is no such message, folder or attachment; moving gives a message another id. Find it with mail_search or mail_list_messages, folders with mail_list_folders.',
  },
  calendar: {
    graph_refused:
      'Microsoft Graph says why in the detail. Ids must be as calendar_view or calendar_list_calendars answer them; where it cannot be done at all, tell the person.',
    not_found:
      'There is no such event or calendar. Find events with calendar_view, calendars with calendar_list_calendars.',
  },
  teams: {
    not_found:
      'There is no such team, channel, chat or message. Find them with teams_list_teams, teams_list_channels, teams_list_chats or teams_search_messages.',
  },
  directory: {
    not_found:
      'There is no such person or group. Find people with people_search, groups with groups_list_mine.',
  },
  admin: {
    not_found:
      'There is no such thing. What you did is listed by actions_list, approvals by approvals_list, accounts by auth_list_accounts, tools by tools_search.',
  },
  files: {
    not_found:
      'There is no such drive or file. Find files with files_search, drives with files_list_drives.',
  },
};

/** What a model should do next after a failed call, in one or two sentences. */
export function repairAdvice(problem: Problem, area: OperationArea | null): string {
  const { code, errors = [] } = problem;
  if (errors.length > 0 && (code === 'invalid_input' || code === 'invalid_json')) {
    return `Correct and call again: ${distinct(errors).join('; ')}.`;
  }
  const own = area === null ? undefined : adviceOfArea[area]?.[code];
  if (own !== undefined) return own;
  return Object.entries(advice).find(([known]) => known === code)?.[1] ?? again;
}

/** One sentence for all fields of which the same is said. */
function distinct(errors: readonly FieldProblem[]): readonly string[] {
  const fields = new Map<string, string[]>();
  for (const { field, message, ...hints } of errors) {
    const said = `${message}${meant(hints)}`;
    fields.set(said, [...(fields.get(said) ?? []), field]);
  }
  return [...fields].map(([said, names]) => `${names.join(', ')} ${said}`);
}

function meant({ suggestion, candidates = [] }: Omit<FieldProblem, 'field' | 'message'>): string {
  if (candidates.length === 0)
    return suggestion === undefined ? '' : `, did you mean ${suggestion}`;
  // Names cost less than ids, which stand in the problem itself.
  const areDistinct = new Set(candidates.map(({ name }) => name)).size === candidates.length;
  const named = candidates.map(({ id, name, mail }) => {
    const first = areDistinct ? name : id;
    const others = [name, mail].filter((one) => one !== undefined && one !== first);
    return others.length === 0 ? first : `${first} (${others.join(', ')})`;
  });
  const [only] = named;
  if (named.length === 1 && suggestion !== undefined) return `; if ${only} is meant, send that`;
  return `; ask a person which is meant, or send ${areDistinct ? 'one of these' : 'the id'}: ${named.join('; ')}`;
}
