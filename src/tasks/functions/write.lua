-- The writes. Each checks everything first and only then touches a key, so that a refused or failed write leaves
-- nothing behind: document, revision, index, stamps, outbox, event and publish move together.

local write = {}

do
  local call = redis.call
  local format = string.format
  local null = json.null
  local tombstone_seconds = 604800

  local function ms_text(now) return format('%.0f', now.ms) end

  local function agent(request) return { kind = 'agent', id = request.actor } end

  -- What a merge needs to know; new_seed draws the randomness of new rows' ids.
  local function merge_context(request, settings, now, replace)
    return {
      settings = settings,
      replace = replace,
      new_seed = function() return ids.seed(request.nonce or request.source, now) end,
    }
  end

  local function done(status, body, task)
    return { status = status, json = body, id = task.id, rev = task.rev }
  end

  local function announce(ns, action, task, body, settings, now)
    events.publish(ns, { action = action, task_id = task.id, task = body, source = 'agent', rev = task.rev,
      at = now.iso }, settings.stream_max)
  end

  -- Who wrote what when; the name may hold spaces, the time cannot.
  local function stamped(request, at) return at .. ' ' .. request.actor end

  local function note(ns, operation, task, request, settings, now, known, stamps)
    history.note(ns, { operation = operation, task = task, known = known, stamps = stamps, actor = request.actor,
      cause = request.cause, at = now.iso }, settings.history_max)
  end

  local function create(ns, request, settings, now)
    local errors, values, spelled = request.errors, request.values, request.spelled
    local context = merge_context(request, settings, now, false)
    patch.check_read_only(errors, nil, values)
    local plan_id = plans.of_new_task(errors, values, spelled, settings)
    if values.title == nil then problems.add(errors, 'title', 'is needed') end
    local task = patch.apply(errors, document.blank(), values, spelled, context)
    if #errors > 0 then return problems.invalid_input(errors) end
    local refused = access.refuse_plan(request, plan_id)
    if refused then return refused end
    local has_plan = plan_id ~= null
    if has_plan and not plans.is_open(ns, plan_id, settings) then return plans.refusal(plan_id) end

    task.id = ids.ulid(now.ms, context.new_seed())
    task.planId = plan_id
    task.rev = 1
    task.createdAt, task.updatedAt = now.iso, now.iso
    task.createdBy = agent(request)
    task.updatedBy = task.createdBy
    if has_plan then task.sync.state = 'pending' end
    local body = document.encode(task)
    local at = ms_text(now)
    call('SET', keys.task(ns, task.id), body)
    call('ZADD', keys.index(ns), at, task.id)
    call('HSET', keys.state(ns, task.id), 'a:*', stamped(request, at), 'rev', 1,
      'made', '{"at":"' .. now.iso .. '","by":{"kind":"agent","id":' .. json.string(request.actor) .. '}}')
    note(ns, 'create', task, request, settings, now)
    if has_plan then
      plans.admit(ns, plan_id, task.id, request.actor, settings, now)
      events.hand_to_sync(ns, plan_id, task.id, 'agent', at)
    end
    announce(ns, 'created', task, body, settings, now)
    return done(201, body, task)
  end

  local function missing(ns, request)
    local id = request.id
    local tombstone = ids.is_task_id(id) and call('GET', keys.tombstone(ns, id))
    if tombstone and (not request.access or access.sees(request, document.decode(tombstone).document.planId)) then
      return problems.reply('deleted', 'Task ' .. id .. ' was deleted')
    end
    return problems.reply('not_found', 'There is no such task')
  end

  -- The task as text and as table, or nil and the refusal.
  local function load(ns, request)
    local id = request.id
    local body = ids.is_task_id(id) and call('GET', keys.task(ns, id))
    if not body then return nil, missing(ns, request) end
    local task = document.decode(body)
    if not access.sees(request, task.planId) then return nil, missing(ns, request) end
    local refused = access.refuse(request, task)
    if refused then return nil, refused end
    if request.expected_rev ~= nil and request.expected_rev ~= task.rev then
      return nil, problems.reply('stale_revision', format('The task is at rev %d, not %d; merge your change into '
        .. '"current" and send it with its rev', task.rev, request.expected_rev), nil, body)
    end
    return body, task
  end

  local function stamp(ns, task, changes, request, at)
    local flat, value = { 'rev', format('%d', task.rev) }, stamped(request, at)
    for i = 1, #changes do
      flat[#flat + 1] = 'a:' .. changes[i]
      flat[#flat + 1] = value
    end
    call('HSET', keys.state(ns, task.id), unpack(flat))
  end

  local function update(ns, request, settings, now)
    local before, known = load(ns, request)
    if not before then return known end
    local errors, values, spelled = request.errors, request.values, request.spelled
    patch.check_read_only(errors, known, values)
    local plan_id = plans.of_known_task(errors, known, values, spelled)
    local context = merge_context(request, settings, now, request.expected_rev ~= nil)
    local task, changes = patch.apply(errors, known, values, spelled, context)
    if #errors > 0 then return problems.invalid_input(errors) end
    local is_new_in_plan = plan_id ~= known.planId
    if not is_new_in_plan and #changes == 0 then return done(200, before, known) end
    if is_new_in_plan and not plans.is_open(ns, plan_id, settings) then return plans.refusal(plan_id) end

    local has_plan = plan_id ~= null
    task.planId = plan_id
    task.rev = known.rev + 1
    task.updatedAt = now.iso
    task.updatedBy = agent(request)
    task.sync.state = has_plan and 'pending' or 'local'
    task.sync.error = null
    local body = document.encode(task)
    local at = ms_text(now)
    call('SET', keys.task(ns, task.id), body)
    stamp(ns, task, changes, request, at)
    note(ns, 'update', task, request, settings, now, known, changes)
    if is_new_in_plan then plans.admit(ns, plan_id, task.id, request.actor, settings, now) end
    if has_plan then events.hand_to_sync(ns, plan_id, task.id, 'agent', at) end
    announce(ns, 'updated', task, body, settings, now)
    return done(200, body, task)
  end

  -- What the task was. Kept without end while Planner may still hold it: then sync starts the days when both are done.
  local function bury(ns, task, body, request, now)
    local planner_id = task.sync.plannerId
    if planner_id == null then planner_id = call('GET', keys.id_map(ns, task.id)) or null end
    local tombstone = '{"document":' .. body .. ',"plannerId":' .. json.string_or_null(planner_id) .. ',"at":"'
      .. now.iso .. '","by":{"kind":"agent","id":' .. json.string(request.actor) .. '}}'
    local key = keys.tombstone(ns, task.id)
    local is_open = planner_id ~= null
      or (task.planId ~= null and call('HEXISTS', keys.plan_attempts(ns, task.planId), task.id) == 1)
    if is_open then
      call('SET', key, tombstone)
    else
      call('SET', key, tombstone, 'EX', tombstone_seconds)
      call('EXPIRE', keys.state(ns, task.id), tombstone_seconds)
      call('EXPIRE', keys.history(ns, task.id), tombstone_seconds)
    end
  end

  local function delete(ns, request, settings, now)
    local found, task = load(ns, request)
    if not found then return task end
    task.rev = task.rev + 1
    task.updatedAt = now.iso
    task.updatedBy = agent(request)
    local body = document.encode(task)
    note(ns, 'delete', task, request, settings, now)
    bury(ns, task, body, request, now)
    call('DEL', keys.task(ns, task.id))
    call('ZREM', keys.index(ns), task.id)
    if task.planId ~= null then
      call('SREM', keys.plan_tasks(ns, task.planId), task.id)
      events.hand_to_sync(ns, task.planId, task.id, 'agent', ms_text(now))
    end
    announce(ns, 'deleted', task, body, settings, now)
    return done(204, '{"deleted":true,"id":"' .. task.id .. '"}', task)
  end

  -- The pairing with a Planner task that is gone: the restored task is posted anew.
  local function forget_pairing(ns, task)
    local state, map = keys.state(ns, task.id), keys.id_map(ns, task.id)
    local planner_id = call('GET', map)
    if planner_id then
      call('DEL', map, keys.id_map(ns, planner_id))
      if task.planId ~= null then call('HDEL', keys.plan_pairs(ns, task.planId), planner_id) end
    end
    call('HDEL', state, 'base', 'attempt', 'intent', 'deleted', 'expectsNewEtag')
    task.sync.plannerId, task.sync.webUrl, task.sync.syncedRev, task.sync.syncedAt = null, null, null, null
  end

  -- A deleted task comes back as it was, under its id and with its count going on. Where Planner's task is gone too it is
  -- made anew; where the delete was still to be sent, that one lives on.
  local function restore(ns, request, settings, now)
    local id = request.id
    if not ids.is_task_id(id) then return missing(ns, request) end
    local present = call('GET', keys.task(ns, id))
    if present and not access.sees(request, document.decode(present).planId) then return missing(ns, request) end
    if present then
      return problems.reply('not_deleted', 'Task ' .. id .. ' is not deleted')
    end
    local tombstone = call('GET', keys.tombstone(ns, id))
    local task = tombstone and document.decode(tombstone).document
    if not task or not access.sees(request, task.planId) then return missing(ns, request) end
    local refused = access.refuse(request, task)
    if refused then return refused end
    local state, has_plan = keys.state(ns, id), task.planId ~= null
    if has_plan and not plans.is_open(ns, task.planId, settings) then return plans.refusal(task.planId) end
    if call('HGET', state, 'deleted') == '1' then forget_pairing(ns, task) end
    task.rev = task.rev + 1
    task.updatedAt = now.iso
    task.updatedBy = agent(request)
    task.sync.state = has_plan and 'pending' or 'local'
    task.sync.error = null
    local body = document.encode(task)
    local at = ms_text(now)
    call('SET', keys.task(ns, id), body)
    call('DEL', keys.tombstone(ns, id))
    call('ZADD', keys.index(ns), call('ZSCORE', keys.index(ns), id) or ids.time_of(id), id)
    call('HSET', state, 'a:*', stamped(request, at), 'restored', '1', 'restoredAt', at, 'rev', format('%d', task.rev))
    call('HINCRBY', state, 'v', 1)
    call('PERSIST', state)
    call('PERSIST', keys.history(ns, id))
    note(ns, 'restore', task, request, settings, now)
    if has_plan then
      plans.admit(ns, task.planId, id, request.actor, settings, now)
      events.hand_to_sync(ns, task.planId, id, 'agent', at)
    end
    announce(ns, 'created', task, body, settings, now)
    return done(200, body, task)
  end

  -- The first answer to a repeated write, unless its writer has come to see less since.
  local function kept_for(ns, request, kept)
    if not request.access or kept.status >= 400 or request.operation == 'delete' then return kept end
    local plan_id = document.decode(kept.json).planId
    if access.sees(request, plan_id) then return kept end
    if request.operation == 'create' then return access.refuse_plan(request, plan_id) end
    return missing(ns, request)
  end

  local operations = { create = create, update = update, delete = delete, restore = restore }

  -- payload: the envelope's JSON; is_utf8: the caller knows that its bytes are well-formed.
  -- Answers {status, json, id, rev, replayed}.
  function write.run(ns, payload, is_utf8)
    local wanted, refusal = request.read(payload, is_utf8)
    if not wanted then return refusal end
    wanted.source = payload
    refusal = access.refuse_all(wanted)
    if refusal then return refusal end
    local known = settings.read(ns)
    local now = time.steady(ns, known.clock, known.clock_hold)
    -- A body with problems was never a success, so no answer to it can have been kept.
    local fingerprint = wanted.idempotency_key and #wanted.errors == 0 and idempotency.fingerprint(wanted)
    if fingerprint then
      local kept = idempotency.find(ns, wanted, fingerprint)
      if kept then return kept_for(ns, wanted, kept) end
    end
    local reply = operations[wanted.operation](ns, wanted, known, now)
    if fingerprint and reply.status < 400 then idempotency.keep(ns, wanted, fingerprint, reply) end
    return reply
  end
end
