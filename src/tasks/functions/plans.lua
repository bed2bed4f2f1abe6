-- Which plan a task goes to, and whether it is linked.

local plans = {}

do
  local call = redis.call
  local null = json.null

  local function link(ns, plan_id, actor, now)
    call('HSETNX', keys.linked_plans(ns), plan_id, '{"accountId":"app","mode":"on","linkedAt":"' .. now.iso
      .. '","by":' .. json.string(actor) .. '}')
  end

  -- True when tasks may go there: it is linked, it is the default plan, or the settings link what an agent writes to.
  -- Only asks; `admit` links.
  function plans.is_open(ns, plan_id, settings)
    return settings.auto_link_plans or plan_id == settings.default_plan_id
      or call('HEXISTS', keys.linked_plans(ns), plan_id) == 1
  end

  function plans.admit(ns, plan_id, task_id, actor, settings, now)
    if settings.auto_link_plans or plan_id == settings.default_plan_id then link(ns, plan_id, actor, now) end
    call('SADD', keys.plan_tasks(ns, plan_id), task_id)
  end

  function plans.refusal(plan_id)
    return problems.reply('plan_not_linked', 'Plan ' .. plan_id .. ' is not linked, so its tasks would never reach '
      .. 'Planner; link it first, or leave planId out for the default plan',
      { { 'planId', 'is not a linked plan' } })
  end

  -- The plan of a new task: null means the default one; null without a default.
  function plans.of_new_task(errors, values, spelled, settings)
    local value = values.planId
    if value == nil or value == null then return settings.default_plan_id or null end
    return fields.read.planId(errors, spelled.planId, value)
  end

  -- The plan of a task after a PATCH: it can be set once, because Planner cannot move a task to another plan.
  function plans.of_known_task(errors, task, values, spelled)
    local value = values.planId
    if value == nil or value == task.planId then return task.planId end
    local plan_id = fields.read.planId(errors, spelled.planId, value)
    if task.planId == null then return plan_id end
    if plan_id ~= nil then
      problems.add(errors, spelled.planId, 'can be set only once; create the task anew in the other plan')
    end
    return task.planId
  end
end
