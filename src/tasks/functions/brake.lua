-- The brake on deletions: when too many tasks of a plan go missing in Planner within a while, the plan stops instead of
-- deleting them for the agents. What agents delete is never braked: each is a request that was answered, and can be undone.

local brake = {}

do
  local call, format = redis.call, string.format
  local confirmed_ms = 3600000
  local per_call = 500

  -- limits: {percent, tasks, windowMs}
  local function is_too_many(count, total, limits)
    return count > limits.tasks and count * 100 > limits.percent * total
  end

  local function recent(ns, plan_id, now, limits)
    return call('ZCOUNT', keys.plan_deletions(ns, plan_id), now.ms - limits.windowMs, '+inf')
  end

  local function add_all(key, members)
    for first = 1, #members, per_call do
      call('SADD', key, unpack(members, first, math.min(first + per_call - 1, #members)))
    end
  end

  -- found: {missing (planner ids), recent (deleted before the stop), total, since (iso)}
  local function stop(ns, plan_id, found)
    local key = keys.plan_missing(ns, plan_id)
    call('DEL', key)
    add_all(key, found.missing)
    call('HSET', keys.stopped_plans(ns), plan_id, cjson.encode({
      reason = 'missing_tasks', since = found.since, missing = #found.missing, recent = found.recent,
      total = found.total,
    }))
  end

  local function tell(ns, plan_id, found)
    local before = found.recent == 0 and '' or format(' after %d were deleted just before', found.recent)
    alerts.raise(ns, { kind = 'plan_stopped', subject = plan_id, lasting = true, json =
      '{"kind":"plan_stopped","severity":"error","subject":' .. json.string(plan_id) .. ',"message":'
      .. json.string(format('%d of %d tasks of plan %s are missing in Planner%s. Nothing of it is synced, and nothing '
        .. 'is deleted for the agents.', #found.missing, found.total, plan_id, before))
      .. ',"advice":"Where they were deleted on purpose, confirm it with sync_confirm_deletions (sync_preview shows the '
      .. 'tasks). Where not, bring them back in Planner: the plan then goes on by itself."'
      .. ',"at":' .. json.string(found.since) .. '}' })
  end

  local function lift(ns, plan_id, now)
    call('HDEL', keys.stopped_plans(ns), plan_id)
    call('DEL', keys.plan_missing(ns, plan_id))
    alerts.resolve(ns, { kind = 'plan_stopped', subject = plan_id, at = now.iso })
    return holds.hand_over(ns, plan_id, now)
  end

  local function unconfirmed(ns, plan_id, missing)
    local key, found = keys.plan_confirmed(ns, plan_id), {}
    if call('EXISTS', key) == 0 then return missing end
    for i = 1, #missing do
      if call('SISMEMBER', key, missing[i]) == 0 then found[#found + 1] = missing[i] end
    end
    return found
  end

  -- What a complete listing means. input: {planId, missing, limits, dryRun}. A plan stays stopped until enough of what
  -- was missing is seen again: time alone, which empties the window, must not delete anything.
  -- Answers 'go', 'stopped' or 'lifted'.
  function brake.judge(ns, input)
    local plan_id, limits, now = input.planId, input.limits, time.now(ns)
    local stopped = call('HGET', keys.stopped_plans(ns), plan_id)
    local known = stopped and cjson.decode(stopped)
    local found = {
      missing = unconfirmed(ns, plan_id, input.missing),
      recent = known and known.recent or recent(ns, plan_id, now, limits),
      since = known and known.since or now.iso,
    }
    found.total = call('HLEN', keys.plan_pairs(ns, plan_id)) + found.recent
    -- What was deleted before counts only together with what is missing now; agents' deletes make the plan smaller.
    if #found.missing > 0 and is_too_many(#found.missing + found.recent, found.total, limits) then
      if not input.dryRun then
        stop(ns, plan_id, found)
        if not stopped then tell(ns, plan_id, found) end
      end
      return 'stopped'
    end
    if not stopped then return 'go' end
    if not input.dryRun then lift(ns, plan_id, now) end
    return 'lifted'
  end

  -- Whether the deletion of one task may reach the agents; counts it. In the same step as that deletion, so that two
  -- workers cannot pass together.
  function brake.admits(ns, plan_id, planner_id, limits)
    if call('SREM', keys.plan_confirmed(ns, plan_id), planner_id) == 1 then return true end
    if call('HEXISTS', keys.stopped_plans(ns), plan_id) == 1 then
      call('SADD', keys.plan_missing(ns, plan_id), planner_id)
      return false
    end
    local now = time.now(ns)
    local found = { missing = { planner_id }, recent = recent(ns, plan_id, now, limits), since = now.iso }
    found.total = call('HLEN', keys.plan_pairs(ns, plan_id)) + found.recent
    if is_too_many(found.recent + 1, found.total, limits) then
      stop(ns, plan_id, found)
      tell(ns, plan_id, found)
      return false
    end
    local key = keys.plan_deletions(ns, plan_id)
    call('ZREMRANGEBYSCORE', key, '-inf', now.ms - limits.windowMs)
    call('ZADD', key, now.ms, planner_id)
    call('PEXPIRE', key, limits.windowMs)
    return true
  end

  -- Exactly the tasks that the last look missed may be deleted, each still with its own proof. Answers how many; false
  -- where the plan is not stopped.
  function brake.confirm(ns, plan_id)
    if call('HEXISTS', keys.stopped_plans(ns), plan_id) == 0 then return false end
    local key = keys.plan_confirmed(ns, plan_id)
    local missing = call('SMEMBERS', keys.plan_missing(ns, plan_id))
    add_all(key, missing)
    call('PEXPIRE', key, confirmed_ms)
    call('DEL', keys.plan_deletions(ns, plan_id))
    lift(ns, plan_id, time.now(ns))
    return #missing
  end

  function brake.forget(ns, plan_id)
    call('HDEL', keys.stopped_plans(ns), plan_id)
    call('DEL', keys.plan_missing(ns, plan_id), keys.plan_confirmed(ns, plan_id), keys.plan_deletions(ns, plan_id))
    alerts.resolve(ns, { kind = 'plan_stopped', subject = plan_id, at = time.now(ns).iso })
  end
end
