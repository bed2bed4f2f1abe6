-- Why nothing of a plan is synced, and what happens to what comes meanwhile.

local holds = {}

do
  local call = redis.call
  local per_entry = 500

  -- 'unlinked', 'paused', 'preview', 'stopped'; nil where the plan is synced.
  function holds.of(ns, plan_id)
    local link = call('HGET', keys.linked_plans(ns), plan_id)
    if not link then return 'unlinked' end
    if call('EXISTS', keys.paused(ns)) == 1 then return 'paused' end
    local mode = cjson.decode(link).mode
    if mode ~= 'on' then return mode end
    return call('HEXISTS', keys.stopped_plans(ns), plan_id) == 1 and 'stopped' or nil
  end

  -- Kept until the plan goes on: not everything that waits is a change of an agent, which stands among the unsynced.
  function holds.keep(ns, plan_id, refs)
    for first = 1, #refs, per_entry do
      call('SADD', keys.plan_held(ns, plan_id), unpack(refs, first, math.min(first + per_entry - 1, #refs)))
    end
  end

  -- Everything of a plan that waits goes to sync again, retries that sleep included, and the plan is looked at at once.
  -- Answers how many tasks that are.
  function holds.hand_over(ns, plan_id, now)
    local refs, known = call('ZRANGE', keys.plan_unsynced(ns, plan_id), 0, -1), {}
    for i = 1, #refs do known[refs[i]] = true end
    for _, ref in ipairs(call('SMEMBERS', keys.plan_held(ns, plan_id))) do
      if not known[ref] then refs[#refs + 1] = ref end
    end
    call('DEL', keys.plan_held(ns, plan_id))
    local at = string.format('%.0f', now.ms)
    call('XADD', keys.outbox(ns), '*', 'plan', plan_id, 'tasks', '[]', 'source', 'system', 'at', at, 'look', '1')
    for first = 1, #refs, per_entry do
      local chunk = { unpack(refs, first, math.min(first + per_entry - 1, #refs)) }
      call('XADD', keys.outbox(ns), '*', 'plan', plan_id, 'tasks', cjson.encode(chunk), 'source', 'system', 'at', at)
    end
    return #refs
  end

  -- What Graph does not let us list is not missing. Told once, however many tasks find out.
  -- input: {planId, code, refs, alert}
  function holds.note_unreadable(ns, input)
    call('HSETNX', keys.unreadable_plans(ns), input.planId, cjson.encode({ code = input.code, at = time.now(ns).iso }))
    holds.keep(ns, input.planId, input.refs)
    alerts.raise(ns, input.alert)
  end

  function holds.note_readable(ns, plan_id)
    local now = time.now(ns)
    if call('HDEL', keys.unreadable_plans(ns), plan_id) == 0 then return 0 end
    alerts.resolve(ns, { kind = 'permission_lost', subject = plan_id, at = now.iso })
    holds.hand_over(ns, plan_id, now)
    return 1
  end
end
