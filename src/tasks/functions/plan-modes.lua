-- Linking, pausing and taking up plans. What is under way is never touched: it finishes, and the next step of a task
-- finds the new mode.

local plan_modes = {}

do
  local call = redis.call
  local null = cjson.null

  local function read(ns, plan_id)
    local found = call('HGET', keys.linked_plans(ns), plan_id)
    return found and cjson.decode(found)
  end

  local function write(ns, plan_id, link)
    call('HSET', keys.linked_plans(ns), plan_id, cjson.encode(link))
  end

  local function every(ns) return call('HKEYS', keys.linked_plans(ns)) end

  local function hand_over(ns, plan_id, now)
    return not holds.of(ns, plan_id) and holds.hand_over(ns, plan_id, now) or 0
  end

  local operations = {}

  -- A plan in preview writes nothing as it is, and stays so.
  function operations.pause(ns, input, now)
    if input.planId == nil then
      call('SET', keys.paused(ns), cjson.encode({ at = now.iso, by = input.by }), 'NX')
      return {}
    end
    local link = read(ns, input.planId)
    if not link then return { refusal = 'unlinked' } end
    if link.mode == 'on' then
      link.mode, link.pausedAt, link.pausedBy = 'paused', now.iso, input.by
      write(ns, input.planId, link)
    end
    return {}
  end

  -- Each takes back its own: the pause of everything leaves plans paused that somebody paused by themselves.
  function operations.resume(ns, input, now)
    local waiting = 0
    if input.planId == nil then
      if call('DEL', keys.paused(ns)) == 0 then return { waiting = 0 } end
      for _, plan_id in ipairs(every(ns)) do waiting = waiting + hand_over(ns, plan_id, now) end
      return { waiting = waiting }
    end
    local link = read(ns, input.planId)
    if not link then return { refusal = 'unlinked' } end
    if link.mode == 'preview' then return { refusal = 'preview' } end
    if link.mode == 'paused' then
      link.mode, link.pausedAt, link.pausedBy, link.removing = 'on', nil, nil, nil
      write(ns, input.planId, link)
      waiting = hand_over(ns, input.planId, now)
    end
    return { waiting = waiting }
  end

  -- Plans that hold back are left alone: what waits there waits for somebody's decision.
  operations['run-now'] = function(ns, input, now)
    if input.planId ~= nil and not read(ns, input.planId) then return { refusal = 'unlinked' } end
    local waiting = 0
    for _, plan_id in ipairs(input.planId and { input.planId } or every(ns)) do
      local hold = holds.of(ns, plan_id)
      if not hold or hold == 'stopped' then
        waiting = waiting + holds.hand_over(ns, plan_id, now)
      end
    end
    return { waiting = waiting }
  end

  -- What the account before it was told of the plan says nothing about this one.
  local function move(ns, plan_id, link, account_id, now)
    link.accountId = account_id
    call('DEL', keys.plan_delta(ns, plan_id))
    holds.forget_unreadable(ns, plan_id, now)
  end

  -- A plan that is linked already takes over mode and account.
  function operations.link(ns, input, now)
    local link = read(ns, input.planId)
    local before, before_account = link and link.mode or null, link and link.accountId or null
    link = link or { accountId = input.accountId, linkedAt = now.iso, by = input.by }
    local is_moved = link.accountId ~= input.accountId
    if is_moved then move(ns, input.planId, link, input.accountId, now) end
    link.mode, link.pausedAt, link.pausedBy, link.removing = input.mode, nil, nil, nil
    write(ns, input.planId, link)
    local waiting = 0
    if input.mode == 'on' and (before ~= 'on' or is_moved) then waiting = hand_over(ns, input.planId, now) end
    return { before = before, beforeAccount = before_account, waiting = waiting }
  end

  -- Nothing of the plan is synced while it is being removed, and it stays so when that is interrupted.
  function operations.removing(ns, input, now)
    local link = read(ns, input.planId)
    if not link then return { refusal = 'unlinked' } end
    link.mode, link.removing = 'paused', true
    link.pausedAt, link.pausedBy = link.pausedAt or now.iso, link.pausedBy or input.by
    write(ns, input.planId, link)
    return {}
  end

  function operations.confirm(ns, input)
    if not read(ns, input.planId) then return { refusal = 'unlinked' } end
    local confirmed = brake.confirm(ns, input.planId)
    return confirmed and { confirmed = confirmed } or { refusal = 'running' }
  end

  -- payload: {operation, planId, by, …}. Answers JSON; `refusal` says why nothing was done.
  function plan_modes.run(ns, payload)
    local input = cjson.decode(payload)
    local answer = operations[input.operation](ns, input, time.now(ns))
    return next(answer) == nil and '{}' or cjson.encode(answer)
  end
end
