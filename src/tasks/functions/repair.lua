-- Finds what has vanished around the tasks of a plan, and mends what follows from what is left. Everything that needs a
-- decision is answered: a sync makes it.

local repair = {}

do
  local call = redis.call
  local find, match, sub = string.find, string.match, string.sub
  local alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

  -- The time in a ULID: when the task was made.
  local function made_ms(id)
    local ms = 0
    for i = 1, 10 do ms = ms * 32 + find(alphabet, sub(id, i, i), 1, true) - 1 end
    return ms
  end

  -- Both directions and the plan's list say the same, as long as one of the three, or the document, still says it.
  local function mend_mapping(ns, plan_id, task_id, paired, body)
    local planner_id = call('GET', keys.id_map(ns, task_id)) or paired or match(body, '"plannerId":"([^"]+)"')
    if not planner_id then return 0 end
    local holder = call('GET', keys.id_map(ns, planner_id))
    if holder and holder ~= task_id then return 0 end
    local mended = call('SETNX', keys.id_map(ns, task_id), planner_id)
    if not holder then mended = mended + call('SETNX', keys.id_map(ns, planner_id), task_id) end
    mended = mended + call('HSETNX', keys.plan_pairs(ns, plan_id), planner_id, task_id)
    call('ZADD', keys.plan_details(ns, plan_id), 'NX', 0, planner_id)
    return mended
  end

  local function mend_present(ns, plan_id, task, body, now)
    local id = task[1]
    local mended = mend_mapping(ns, plan_id, id, task[2] or nil, body)
    mended = mended + call('ZADD', keys.index(ns), 'NX', made_ms(id), id)
    mended = mended + call('SADD', keys.plan_tasks(ns, plan_id), id)
    local is_open = match(body, '"rev":(%d+)') ~= match(body, '"syncedRev":(%d+)')
    if is_open and call('ZADD', keys.plan_unsynced(ns, plan_id), 'NX', now, id) == 1 then
      return mended + 1, true
    end
    return mended, call('EXISTS', keys.state(ns, id)) == 0
  end

  -- Neither deleted nor forgotten: something is left that speaks of it.
  local function is_vanished(ns, id)
    if call('EXISTS', keys.tombstone(ns, id)) == 1 then return false end
    if call('HEXISTS', keys.state(ns, id), 'deleted') == 1 then return false end
    return call('EXISTS', keys.state(ns, id), keys.id_map(ns, id)) > 0
  end

  -- input: {planId, tasks: [[task id, planner id or false], …]}. Answers [mended, task ids that need a sync].
  function repair.run(ns, input)
    local now, mended, open = sync.now_ms(ns), 0, {}
    -- Being removed, perhaps: what was released meanwhile must not be paired again.
    if holds.of(ns, input.planId) then return { 0, {} } end
    for _, task in ipairs(input.tasks) do
      local body = call('GET', keys.task(ns, task[1]))
      if body then
        local count, needs_sync = mend_present(ns, input.planId, task, body, now)
        mended = mended + count
        if needs_sync then open[#open + 1] = task[1] end
      elseif is_vanished(ns, task[1]) then
        open[#open + 1] = task[1]
      end
    end
    return { mended, open }
  end
end

redis.register_function('tandem_sync_repair_v1', function(namespace, arguments)
  return repair.run(namespace[1], cjson.decode(arguments[1]))
end)
