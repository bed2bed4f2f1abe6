-- Why nothing of a plan is synced, and what happens to what comes meanwhile.

local holds = {}

do
  local call = redis.call
  local per_entry = 500

  -- Whether nothing can be done in the name of an account until its person has signed in (again); the twin of
  -- `mustSignIn`. The app's own account is never waited for.
  local function must_sign_in(ns, account_id)
    if account_id == 'app' then return false end
    local account = call('HGET', keys.accounts(ns), account_id)
    return not account or cjson.decode(account).state == 'reauth_required'
  end

  -- 'unlinked', 'paused', 'preview', 'reauth_required', 'stopped'; nil where the plan is synced. And the account that
  -- syncs it; nil where it is not linked.
  function holds.of(ns, plan_id)
    local found = call('HGET', keys.linked_plans(ns), plan_id)
    if not found then return 'unlinked', nil end
    local link = cjson.decode(found)
    if call('EXISTS', keys.paused(ns)) == 1 then return 'paused', link.accountId end
    if link.mode ~= 'on' then return link.mode, link.accountId end
    if must_sign_in(ns, link.accountId) then return 'reauth_required', link.accountId end
    local is_stopped = call('HEXISTS', keys.stopped_plans(ns), plan_id) == 1
    return is_stopped and 'stopped' or nil, link.accountId
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

  -- Also hands over what was held for another reason that is over, and that nobody has told of.
  function holds.note_readable(ns, plan_id)
    local now = time.now(ns)
    local was_unreadable = holds.forget_unreadable(ns, plan_id, now)
    local is_held = call('EXISTS', keys.plan_held(ns, plan_id)) == 1 and not holds.of(ns, plan_id)
    if not was_unreadable and not is_held then return 0 end
    holds.hand_over(ns, plan_id, now)
    return 1
  end

  function holds.forget_unreadable(ns, plan_id, now)
    if call('HDEL', keys.unreadable_plans(ns), plan_id) == 0 then return false end
    alerts.resolve(ns, { kind = 'permission_lost', subject = plan_id, at = now.iso })
    return true
  end

  -- Graph wants a new sign-in of the account: the refs wait for it, unless it has come meanwhile. Answers the hold or ''.
  -- input: {planId, refs}
  function holds.await_account(ns, input)
    local hold = holds.of(ns, input.planId)
    if hold and hold ~= 'unlinked' then holds.keep(ns, input.planId, input.refs) end
    return hold or ''
  end

  -- Somebody has signed in: what waited for that in the account's plans goes on. Answers how many plans those are.
  function holds.release_account(ns, account_id)
    local now, count = time.now(ns), 0
    local links = call('HGETALL', keys.linked_plans(ns))
    for at = 1, #links, 2 do
      if cjson.decode(links[at + 1]).accountId == account_id and not holds.of(ns, links[at]) then
        holds.hand_over(ns, links[at], now)
        count = count + 1
      end
    end
    return count
  end
end
