-- Every key and channel that task writes touch: the Lua twin of keys.ts.

local keys = {}

function keys.task(ns, id) return ns .. ':tasks:' .. id end
function keys.index(ns) return ns .. ':tasks:index' end
function keys.stream(ns) return ns .. ':tasks:stream' end
function keys.updates_channel(ns) return ns .. ':tasks:updates' end
function keys.state(ns, id) return ns .. ':sync:state:' .. id end
function keys.history(ns, id) return ns .. ':tasks:' .. id .. ':history' end
function keys.outbox(ns) return ns .. ':sync:pending' end
function keys.id_map(ns, id) return ns .. ':planner:id_map:' .. id end
function keys.tombstone(ns, id) return ns .. ':planner:tombstone:' .. id end
function keys.linked_plans(ns) return ns .. ':plans:linked' end
function keys.plan_tasks(ns, plan_id) return ns .. ':plans:' .. plan_id .. ':tasks' end
function keys.plan_attempts(ns, plan_id) return ns .. ':plans:' .. plan_id .. ':attempts' end
function keys.plan_given_up(ns, plan_id) return ns .. ':plans:' .. plan_id .. ':given-up' end
function keys.plan_unsynced(ns, plan_id) return ns .. ':plans:' .. plan_id .. ':unsynced' end
function keys.plan_pairs(ns, plan_id) return ns .. ':plans:' .. plan_id .. ':planner' end
function keys.plan_room(ns, plan_id) return ns .. ':plans:' .. plan_id .. ':room' end
function keys.plan_failing(ns, plan_id) return ns .. ':plans:' .. plan_id .. ':failing' end
function keys.plan_details(ns, plan_id) return ns .. ':plans:' .. plan_id .. ':details' end
function keys.plan_held(ns, plan_id) return ns .. ':plans:' .. plan_id .. ':held' end
function keys.plan_missing(ns, plan_id) return ns .. ':plans:' .. plan_id .. ':missing' end
function keys.plan_confirmed(ns, plan_id) return ns .. ':plans:' .. plan_id .. ':confirmed' end
function keys.plan_deletions(ns, plan_id) return ns .. ':plans:' .. plan_id .. ':deletions' end
function keys.plan_delta(ns, plan_id) return ns .. ':plans:' .. plan_id .. ':delta' end
function keys.plan_freshness(ns, plan_id) return ns .. ':plans:' .. plan_id .. ':freshness' end
function keys.plan_names(ns, plan_id) return ns .. ':plans:' .. plan_id .. ':names' end
function keys.paused(ns) return ns .. ':sync:paused' end
function keys.plan_traces(ns) return ns .. ':sync:watch' end
function keys.stopped_plans(ns) return ns .. ':plans:stopped' end
function keys.unreadable_plans(ns) return ns .. ':plans:unreadable' end
function keys.etag(ns, planner_id) return ns .. ':planner:etag:' .. planner_id end
function keys.details_etag(ns, planner_id) return ns .. ':planner:etag:' .. planner_id .. ':details' end
function keys.seen(ns, planner_id) return ns .. ':planner:seen:' .. planner_id end
function keys.config(ns) return ns .. ':config' end
function keys.webhook_status(ns) return ns .. ':sync:webhook_status' end
function keys.subscriptions_wanted(ns) return ns .. ':webhook:wanted' end
function keys.subscription_drafts(ns) return ns .. ':webhook:drafts' end
function keys.subscription_marks(ns) return ns .. ':webhook:marks' end
function keys.gate(ns, service, tenant) return ns .. ':gate:' .. service .. ':' .. tenant end
function keys.graph_usage(ns, tenant, minute) return ns .. ':graph-usage:' .. tenant .. ':' .. minute end
function keys.graph_totals(ns, tenant) return ns .. ':graph-totals:' .. tenant end
function keys.audit_log(ns) return ns .. ':audit:log' end
function keys.alerts_channel(ns) return ns .. ':alerts' end
function keys.open_alerts(ns) return ns .. ':alerts:open' end
function keys.inbox(ns) return ns .. ':webhook:inbox' end
function keys.subscription_changes(ns, name) return ns .. ':webhook:changes:' .. name end
function keys.subscription_order(ns, name) return ns .. ':webhook:order:' .. name end
function keys.subscription_told(ns, name) return ns .. ':webhook:told:' .. name end
function keys.webhook_counters(ns) return ns .. ':webhook:counters' end
function keys.webhook_log(ns) return ns .. ':webhook:log' end
function keys.notification_stream(ns) return ns .. ':notifications:stream' end
function keys.notifications_channel(ns, kind) return ns .. ':notifications:' .. kind end

function keys.accounts(ns) return ns .. ':accounts' end
function keys.tokens(ns, id) return ns .. ':tokens:' .. id end
function keys.access_token(ns, id) return ns .. ':tokens:' .. id .. ':access' end
function keys.account_claims(ns, id) return ns .. ':accounts:claims:' .. id end
function keys.account_turn(ns, id) return ns .. ':accounts:turn:' .. id end

-- An agent's name may hold a colon; unescaped, `a` + `b:c` and `a:b` + `c` would share one key.
local function key_part(text)
  local part = string.gsub(string.gsub(text, '%%', '%%25'), ':', '%%3A')
  return part
end

function keys.idempotency(ns, actor, key) return ns .. ':idempotency:' .. key_part(actor) .. ':' .. key end
function keys.rate_limit(ns, actor) return ns .. ':rate:' .. key_part(actor) end
