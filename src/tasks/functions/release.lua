-- Takes tasks out of a plan that is being removed: they stay with the agents without a plan, or go. Planner's tasks stay
-- in both cases. A chunk a call; a task that was released already is not met again, so that it may be repeated at will.

local release = {}

do
  local call = redis.call
  local null = cjson.null
  local tombstone_seconds = 604800
  local pairing = { 'base', 'lookedAt', 'attempt', 'intent', 'expectsNewEtag', 'deleted', 'trouble', 'restored' }

  -- A commit of a sync that is still under way names an older version, and comes to nothing.
  local function forget_pairing(ns, plan_id, task_id, paired)
    local map, state = keys.id_map(ns, task_id), keys.state(ns, task_id)
    local planner_id = call('GET', map) or paired
    if planner_id then
      call('DEL', map, keys.id_map(ns, planner_id), keys.etag(ns, planner_id), keys.details_etag(ns, planner_id),
        keys.seen(ns, planner_id))
      call('HDEL', keys.plan_pairs(ns, plan_id), planner_id)
      call('ZREM', keys.plan_details(ns, plan_id), planner_id)
    end
    call('HDEL', state, unpack(pairing))
    call('HINCRBY', state, 'v', 1)
    call('SREM', keys.plan_tasks(ns, plan_id), task_id)
    call('ZREM', keys.plan_unsynced(ns, plan_id), task_id)
    call('HDEL', keys.plan_attempts(ns, plan_id), task_id)
    call('SREM', keys.plan_held(ns, plan_id), task_id)
    if call('HDEL', keys.plan_failing(ns, plan_id), task_id) == 1 then
      alerts.resolve(ns, { kind = 'task_failed', subject = task_id, at = time.now(ns).iso })
    end
  end

  local function make_local(task)
    task.planId, task.bucketId = null, null
    task.sync = { state = 'local', plannerId = null, syncedRev = null, syncedAt = null, webUrl = null, error = null }
  end

  local function announce(ns, action, task, body, settings, now)
    events.publish(ns, { action = action, task_id = task.id, task = body, source = 'agent', rev = task.rev,
      at = now.iso }, settings.stream_max)
  end

  local function note(ns, operation, task, by, settings, now)
    local stamps = operation == 'update' and task.bucketId ~= null and { 'bucketId' } or {}
    history.note(ns, { operation = operation, task = task, known = task, stamps = stamps, actor = by, at = now.iso },
      settings.history_max)
  end

  local function touch(task, by, now)
    task.rev = task.rev + 1
    task.updatedAt = now.iso
    task.updatedBy = { kind = 'agent', id = by }
  end

  local function keep(ns, task, by, settings, now)
    touch(task, by, now)
    note(ns, 'update', task, by, settings, now)
    make_local(task)
    local body = document.encode(task)
    call('SET', keys.task(ns, task.id), body)
    announce(ns, 'updated', task, body, settings, now)
  end

  -- What is kept for undo belongs to no plan: the removed one would not take it back.
  local function bury(ns, task_id, by_json, task, at)
    make_local(task)
    call('SET', keys.tombstone(ns, task_id), '{"document":' .. document.encode(task) .. ',"plannerId":null,"at":"' .. at
      .. '","by":' .. by_json .. '}', 'EX', tombstone_seconds)
    call('EXPIRE', keys.state(ns, task_id), tombstone_seconds)
    call('EXPIRE', keys.history(ns, task_id), tombstone_seconds)
  end

  local function remove(ns, task, by, settings, now)
    touch(task, by, now)
    note(ns, 'delete', task, by, settings, now)
    announce(ns, 'deleted', task, document.encode(task), settings, now)
    call('DEL', keys.task(ns, task.id))
    call('ZREM', keys.index(ns), task.id)
    bury(ns, task.id, '{"kind":"agent","id":' .. json.string(by) .. '}', task, now.iso)
  end

  -- A delete that had not reached Planner: it stays deleted for the agents. Of a task that vanished nothing else is left.
  local function end_delete(ns, task_id)
    local text = call('GET', keys.tombstone(ns, task_id))
    if not text then
      call('EXPIRE', keys.state(ns, task_id), tombstone_seconds)
      call('EXPIRE', keys.history(ns, task_id), tombstone_seconds)
      return
    end
    local tombstone = cjson.decode(text)
    bury(ns, task_id, cjson.encode(tombstone.by), tombstone.document, tombstone.at)
  end

  -- Tasks of the plan, whatever still names them; and the Planner task of each where only the plan's pairs know it.
  local function ids_of(ns, plan_id, most)
    local found, known, paired = {}, {}, {}
    local function add(id)
      if #found < most and not known[id] then
        known[id] = true
        found[#found + 1] = id
      end
    end
    for _, id in ipairs(call('SRANDMEMBER', keys.plan_tasks(ns, plan_id), most)) do add(id) end
    for _, id in ipairs(call('ZRANGE', keys.plan_unsynced(ns, plan_id), 0, most - 1)) do add(id) end
    for _, id in ipairs(call('HKEYS', keys.plan_attempts(ns, plan_id))) do add(id) end
    if #found < most then
      local flat = call('HGETALL', keys.plan_pairs(ns, plan_id))
      for i = 1, #flat, 2 do
        paired[flat[i + 1]] = flat[i]
        add(flat[i + 1])
      end
    end
    return found, paired
  end

  local function unlink(ns, plan_id)
    brake.forget(ns, plan_id)
    call('HDEL', keys.linked_plans(ns), plan_id)
    call('HDEL', keys.unreadable_plans(ns), plan_id)
    call('HDEL', keys.plan_traces(ns), plan_id)
    alerts.resolve(ns, { kind = 'permission_lost', subject = plan_id, at = time.now(ns).iso })
    call('DEL', keys.plan_held(ns, plan_id), keys.plan_failing(ns, plan_id), keys.plan_details(ns, plan_id),
      keys.plan_given_up(ns, plan_id), keys.plan_room(ns, plan_id), keys.plan_names(ns, plan_id),
      keys.plan_delta(ns, plan_id), keys.plan_freshness(ns, plan_id))
  end

  -- Somebody resumed or added the plan meanwhile: that is the later word.
  local function is_taken_back(ns, plan_id)
    local link = call('HGET', keys.linked_plans(ns), plan_id)
    return link and not cjson.decode(link).removing
  end

  -- input: {planId, tasks ('keep' or 'remove'), by, most}. Answers {tasks released, 'more', 'done' or 'ended'}; with
  -- nothing left the plan is unlinked, in the same step.
  function release.run(ns, payload)
    local input = cjson.decode(payload)
    local plan_id, settings, now = input.planId, settings.read(ns), time.now(ns)
    if is_taken_back(ns, plan_id) then return { 0, 'ended' } end
    local found, paired = ids_of(ns, plan_id, input.most)
    local released = 0
    for _, task_id in ipairs(found) do
      local body = call('GET', keys.task(ns, task_id))
      local task = body and document.decode(body)
      forget_pairing(ns, plan_id, task_id, paired[task_id])
      if task and task.planId == plan_id then
        (input.tasks == 'keep' and keep or remove)(ns, task, input.by, settings, now)
        released = released + 1
      elseif not task then
        end_delete(ns, task_id)
      end
    end
    if #found > 0 then return { released, 'more' } end
    unlink(ns, plan_id)
    return { released, 'done' }
  end
end
