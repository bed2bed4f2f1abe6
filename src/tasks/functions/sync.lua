-- What the sync reads and writes in one step each. The decisions are made in TypeScript; this only keeps a
-- document, its base, the claims and the events of one task moving together.

local sync = {}

function sync.now_ms(ns) return time.now(ns).ms end

-- {refs: [task id | 'planner:<planner id>'], planId} -> [now in ms, [record, …], hold or '', account]; a record is
-- [task id, planner id, document, state as a flat list, tombstone, etag, details etag, seen], false where there is none.
-- With a planId the refs are to be synced, with the account that is told: where nothing of that plan is, they are kept,
-- and hold says why.
function sync.load(namespace, args)
  local ns = namespace[1]
  local input = cjson.decode(args[1])
  local hold, account
  if input.planId then hold, account = holds.of(ns, input.planId) end
  if hold then
    if hold ~= 'unlinked' then holds.keep(ns, input.planId, input.refs) end
    return { sync.now_ms(ns), {}, hold, account or '' }
  end
  local records = {}
  for at, ref in ipairs(input.refs) do
    local task_id, planner_id = ref, false
    if string.sub(ref, 1, 8) == 'planner:' then
      planner_id = string.sub(ref, 9)
      task_id = redis.call('GET', ns .. ':planner:id_map:' .. planner_id)
    end
    local document, state, tombstone = false, {}, false
    if task_id then
      document = redis.call('GET', ns .. ':tasks:' .. task_id)
      state = redis.call('HGETALL', ns .. ':sync:state:' .. task_id)
      tombstone = redis.call('GET', ns .. ':planner:tombstone:' .. task_id)
      if not planner_id then
        planner_id = redis.call('GET', ns .. ':planner:id_map:' .. task_id)
      end
    end
    local etag, details_etag, seen = false, false, false
    if planner_id then
      local found = redis.call('MGET', ns .. ':planner:etag:' .. planner_id,
        ns .. ':planner:etag:' .. planner_id .. ':details', ns .. ':planner:seen:' .. planner_id)
      etag, details_etag, seen = found[1], found[2], found[3]
    end
    records[at] = { task_id, planner_id, document, state, tombstone, etag, details_etag, seen }
  end
  return { sync.now_ms(ns), records, '', account or '' }
end

local function document_rev(json)
  -- Quotes inside strings are escaped, so this can only match the document's own member.
  return json and tonumber(string.match(json, '"rev":(%d+)')) or nil
end

local function write_etags(ns, input)
  for _, entry in ipairs(input.etags or {}) do
    local key = ns .. ':planner:etag:' .. entry.plannerId .. (entry.details and ':details' or '')
    if entry.etag and entry.etag ~= cjson.null then
      redis.call('SET', key, entry.etag)
    else
      redis.call('DEL', key)
    end
  end
  local planner_id = input.detailsReadAt and redis.call('GET', ns .. ':planner:id_map:' .. input.taskId)
  if planner_id then
    redis.call('ZADD', ns .. ':plans:' .. input.planId .. ':details', input.detailsReadAt, planner_id)
  end
end

local function publish(ns, input)
  for _, event in ipairs(input.events or {}) do
    local cursor = redis.call('XADD', ns .. ':tasks:stream', 'MAXLEN', '~', input.streamMax, '*', 'event', event)
    redis.call('PUBLISH', ns .. ':tasks:updates', string.sub(event, 1, -2) .. ',"cursor":"' .. cursor .. '"}')
  end
  for _, conflict in ipairs(input.conflicts or {}) do
    local id = redis.call('XADD', ns .. ':sync:conflicts', 'MAXLEN', '~', 10000, '*', unpack(conflict))
    -- The newest conflict of each field, so that it can be explained.
    redis.call('HSET', ns .. ':sync:state:' .. input.taskId, 'c:' .. conflict[4], id)
  end
  if input.history then history.push(ns, input.taskId, input.history, input.historyMax) end
  if input.log then
    redis.call('LPUSH', ns .. ':sync:log', input.log)
    redis.call('LTRIM', ns .. ':sync:log', 0, 9999)
  end
  for _, alert in ipairs(input.alerts or {}) do alerts.raise(ns, alert) end
  for _, over in ipairs(input.resolves or {}) do alerts.resolve(ns, over) end
end

local function same_version(ns, input)
  local version = redis.call('HGET', ns .. ':sync:state:' .. input.taskId, 'v')
  return tonumber(version or 0) == input.expectVersion
end

local function same_document(ns, input)
  if input.expectRev == nil then return true end
  local json = redis.call('GET', ns .. ':tasks:' .. input.taskId)
  return document_rev(json) == (input.expectRev ~= cjson.null and input.expectRev or nil)
end

-- A task has one Planner task: what it was paired with before is nobody's.
local function drop_earlier_pair(ns, input)
  local earlier = redis.call('GET', keys.id_map(ns, input.taskId))
  if not earlier or earlier == input.claim then return end
  if redis.call('GET', keys.id_map(ns, earlier)) == input.taskId then redis.call('DEL', keys.id_map(ns, earlier)) end
  if redis.call('HGET', keys.plan_pairs(ns, input.planId), earlier) == input.taskId then
    redis.call('HDEL', keys.plan_pairs(ns, input.planId), earlier)
    redis.call('ZREM', keys.plan_details(ns, input.planId), earlier)
    redis.call('DEL', keys.seen(ns, earlier), keys.etag(ns, earlier), keys.details_etag(ns, earlier))
  end
end

-- A Planner task belongs to one task for ever: the first claim holds.
local function claim(ns, input)
  if not input.claim then return true end
  local key = ns .. ':planner:id_map:' .. input.claim
  local holder = redis.call('GET', key)
  if holder and holder ~= input.taskId then return false end
  drop_earlier_pair(ns, input)
  redis.call('SET', key, input.taskId)
  redis.call('SET', ns .. ':planner:id_map:' .. input.taskId, input.claim)
  redis.call('HSET', ns .. ':plans:' .. input.planId .. ':planner', input.claim, input.taskId)
  redis.call('ZADD', ns .. ':plans:' .. input.planId .. ':details', 'NX', sync.now_ms(ns), input.claim)
  return true
end

-- The Planner task is gone; nothing may lead to it any more.
local function unpair(ns, input)
  if not input.unpair then return end
  redis.call('DEL', keys.id_map(ns, input.taskId), keys.id_map(ns, input.unpair))
  redis.call('HDEL', ns .. ':plans:' .. input.planId .. ':planner', input.unpair)
  redis.call('ZREM', ns .. ':plans:' .. input.planId .. ':details', input.unpair)
  redis.call('DEL', ns .. ':planner:seen:' .. input.unpair)
end

local function write_document(ns, input)
  local key = ns .. ':tasks:' .. input.taskId
  if input.document then
    redis.call('SET', key, input.document)
  end
  if input.list then
    redis.call('ZADD', ns .. ':tasks:index', input.list, input.taskId)
    redis.call('SADD', ns .. ':plans:' .. input.planId .. ':tasks', input.taskId)
  end
  if input.removeDocument then
    redis.call('DEL', key)
    redis.call('ZREM', ns .. ':tasks:index', input.taskId)
    redis.call('SREM', ns .. ':plans:' .. input.planId .. ':tasks', input.taskId)
  end
end

local function write_tombstone(ns, input)
  local key = ns .. ':planner:tombstone:' .. input.taskId
  if input.tombstone == cjson.null then
    redis.call('DEL', key)
  elseif input.tombstone then
    redis.call('SET', key, input.tombstone.json, 'PX', input.tombstone.ttlMs)
  end
end

local function write_state(ns, input, now)
  local key = ns .. ':sync:state:' .. input.taskId
  for field, value in pairs(input.state or {}) do
    if value == cjson.null then
      redis.call('HDEL', key, field)
    else
      redis.call('HSET', key, field, value)
    end
  end
  redis.call('HSET', key, 'touchedAt', now)
  local version = redis.call('HINCRBY', key, 'v', 1)
  if input.forgetMs then
    redis.call('PEXPIRE', key, input.forgetMs)
    redis.call('PEXPIRE', keys.history(ns, input.taskId), input.forgetMs)
    redis.call('PEXPIRE', ns .. ':planner:id_map:' .. input.taskId, input.forgetMs)
    if input.plannerId then
      redis.call('PEXPIRE', ns .. ':planner:id_map:' .. input.plannerId, input.forgetMs)
      redis.call('HDEL', ns .. ':plans:' .. input.planId .. ':planner', input.plannerId)
      redis.call('ZREM', ns .. ':plans:' .. input.planId .. ':details', input.plannerId)
      redis.call('DEL', ns .. ':planner:seen:' .. input.plannerId)
    end
  elseif redis.call('PERSIST', key) == 1 then
    redis.call('PERSIST', keys.history(ns, input.taskId))
  end
  return version
end

local function write_progress(ns, input, now)
  local plan = ns .. ':plans:' .. input.planId
  if input.attempt == cjson.null then
    redis.call('HDEL', plan .. ':attempts', input.taskId)
  elseif input.attempt then
    redis.call('HSET', plan .. ':attempts', input.taskId, input.attempt)
  end
  if input.givenUp then given_up.add(ns, input.planId, input.givenUp, now) end
  if input.accounted then given_up.remove(ns, input.planId, input.accounted) end
  if input.unsynced == true then
    redis.call('ZADD', plan .. ':unsynced', 'NX', now, input.taskId)
  elseif input.unsynced == false then
    redis.call('ZREM', plan .. ':unsynced', input.taskId)
  end
  if input.failing == cjson.null then
    local known = redis.call('HGET', plan .. ':failing', input.taskId)
    if known then
      redis.call('HDEL', plan .. ':failing', input.taskId)
      -- Others that wait for the same get their turn at the next look.
      local group = string.match(known, '"group":"([^"]+)"')
      if group then
        redis.call('SADD', plan .. ':room', group)
        redis.call('EXPIRE', plan .. ':room', 86400)
      end
      alerts.resolve(ns, { kind = 'task_failed', subject = input.taskId, at = time.to_iso(now) })
    end
  elseif input.failing then
    redis.call('HSET', plan .. ':failing', input.taskId, input.failing)
  end
end

-- One step of one task. Answers [outcome, version]: 'ok', 'superseded' (another attempt has moved the state on),
-- 'raced' (the document has another revision), 'claimed' (the Planner task belongs to another task), 'stopped' (a
-- deletion that the brake does not let through).
function sync.commit(namespace, args)
  local ns = namespace[1]
  local input = cjson.decode(args[1])
  if not same_version(ns, input) then return { 'superseded', 0 } end
  -- The plan was removed while this sync was under way.
  if redis.call('HEXISTS', keys.linked_plans(ns), input.planId) == 0 then return { 'superseded', 0 } end
  if not same_document(ns, input) then return { 'raced', 0 } end
  if not claim(ns, input) then return { 'claimed', 0 } end
  local brake_on = input.brake
  if brake_on and not brake.admits(ns, input.planId, brake_on.plannerId, brake_on.limits) then return { 'stopped', 0 } end
  local now = sync.now_ms(ns)
  unpair(ns, input)
  write_document(ns, input)
  write_tombstone(ns, input)
  write_etags(ns, input)
  publish(ns, input)
  local version = write_state(ns, input, now)
  write_progress(ns, input, now)
  return { 'ok', version }
end

redis.register_function('tandem_sync_load_v1', sync.load)
redis.register_function('tandem_sync_commit_v1', sync.commit)
