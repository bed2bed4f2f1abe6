-- What the caller of a write may do. Judged in the write's own step, so that nothing changes in between. Requests without
-- `access` may do everything: whoever may call Redis itself has passed its door.

local access = {}

do
  local null = json.null
  local lower = string.lower
  local add = problems.add
  local policies = { all = true, own = true, read = true }

  -- value: {plans: list of plan ids, or null for all; policy}. Answers {plans = set or nil, policy} or nil.
  function access.read(errors, value)
    if value == nil then return nil end
    if type(value) ~= 'table' or not policies[value.policy]
      or not (value.plans == null or json.is_list(value.plans)) then
      add(errors, 'access', 'must be {plans, policy}')
      return nil
    end
    local plans = nil
    if value.plans ~= null then
      plans = {}
      for _, plan_id in ipairs(value.plans) do plans[plan_id] = true end
    end
    return { plans = plans, policy = value.policy }
  end

  -- Of tasks without a plan (null) only those see something who see everything.
  function access.sees(request, plan_id)
    local plans = request.access and request.access.plans
    return not plans or (plan_id ~= null and plans[plan_id] == true)
  end

  local function is_own(task, actor)
    if task.createdBy.kind == 'agent' and task.createdBy.id == actor then return true end
    for _, id in ipairs(task.assigneeIds) do
      if lower(id) == lower(actor) then return true end
    end
    return false
  end

  -- The refusal of any write by this caller, or nil.
  function access.refuse_all(request)
    if request.access and request.access.policy == 'read' then
      return problems.reply('write_policy', 'This key only reads')
    end
    return nil
  end

  -- The refusal of a write to a task that the caller sees, or nil.
  function access.refuse(request, task)
    if request.access and request.access.policy == 'own' and not is_own(task, request.actor) then
      return problems.reply('write_policy', 'This key may change only tasks that it made or is assigned to')
    end
    return nil
  end

  -- The refusal of a plan for a new task, or nil.
  function access.refuse_plan(request, plan_id)
    if access.sees(request, plan_id) then return nil end
    if plan_id == null then
      return problems.invalid_input({ { 'planId', 'is needed: this key is for the tasks of some plans' } })
    end
    return problems.reply('plan_not_found', 'There is no plan ' .. plan_id, { { 'planId', 'is no plan of this key' } })
  end
end
