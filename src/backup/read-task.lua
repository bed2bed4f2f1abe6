-- Everything of one task at one moment, so that no line of a backup mixes two.
-- KEYS[1]: the namespace. ARGV: the task's id, and the names of its keys with placeholders (key-treatment.ts).
-- Answers [now in ms, plan id, planner id, [[key, type, ends at, value], …], [[key, type, member, value], …]].

local call = redis.call
local task_id, shape = ARGV[1], cjson.decode(ARGV[2])

local function fill(template, values)
  return (string.gsub(template, '<%a+>', values))
end

local function read(key)
  local kind = call('TYPE', key).ok
  if kind == 'none' then return nil end
  local value
  if kind == 'string' then value = call('GET', key)
  elseif kind == 'hash' then value = call('HGETALL', key)
  elseif kind == 'set' then value = call('SMEMBERS', key)
  elseif kind == 'zset' then value = call('ZRANGE', key, 0, -1, 'WITHSCORES')
  elseif kind == 'list' then value = call('LRANGE', key, 0, -1)
  else return redis.error_reply('BACKUP ' .. key .. ' has the unexpected type ' .. kind) end
  return { key, kind, call('PEXPIRETIME', key), value }
end

local function membership(key, member)
  local kind = call('TYPE', key).ok
  local value
  if kind == 'hash' then value = call('HGET', key, member)
  elseif kind == 'zset' then value = call('ZSCORE', key, member)
  elseif kind == 'set' then value = call('SISMEMBER', key, member) == 1 and '' end
  return value and { key, kind, member, value } or nil
end

local ids = { ['<task>'] = task_id }
local planner_id = call('GET', fill(shape.plannerIdIn, ids))
if planner_id then ids['<planner>'] = planner_id end

local plans = {}
for _, template in ipairs(shape.planIdIn) do
  local json = call('GET', fill(template, ids))
  -- Quotes inside strings are escaped, so this can only match the document's own member.
  local plan_id = json and string.match(json, '"planId":"([^"]+)"')
  if plan_id then
    plans = { plan_id }
    break
  end
end
local plan_id = plans[1] or false
-- A document that vanished cannot say where it belongs; its plans can.
if not plan_id then plans = call('HKEYS', shape.linkedPlans) end

local found = {}
local function add_keys(templates)
  for _, template in ipairs(templates) do
    local entry = read(fill(template, ids))
    if entry and entry.err then return entry end
    found[#found + 1] = entry
  end
end
local problem = add_keys(shape.keysOfTask) or (planner_id and add_keys(shape.keysOfPlanner))
if problem then return problem end

local memberships = {}
local function add_memberships(templates, member)
  for _, template in ipairs(templates) do
    memberships[#memberships + 1] = membership(fill(template, ids), member)
  end
end
add_memberships(shape.byTask, task_id)
for _, id in ipairs(plans) do
  ids['<plan>'] = id
  local before = #memberships
  add_memberships(shape.byTaskInPlan, task_id)
  if planner_id then add_memberships(shape.byPlannerInPlan, planner_id) end
  if #memberships > before then plan_id = id end
end

local time = call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
return { now, plan_id, planner_id, found, memberships }
