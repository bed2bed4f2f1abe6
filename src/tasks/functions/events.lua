-- The durable event, its live copy, and the outbox that sync works from.

local events = {}

do
  local call = redis.call
  local format = string.format

  -- `open` is the event's JSON without its last brace. Subscribers of the channel get the same JSON with the stream's id as
  -- `cursor`, so that they can catch up from any message.
  local function tell(ns, open, stream_max)
    local cursor = call('XADD', keys.stream(ns), 'MAXLEN', '~', stream_max, '*', 'event', open .. '}')
    call('PUBLISH', keys.updates_channel(ns), open .. ',"cursor":"' .. cursor .. '"}')
  end

  -- event: {action, task_id, task (JSON text or nil), source, rev, at}.
  function events.publish(ns, event, stream_max)
    local open = '{"action":"' .. event.action .. '","task_id":"' .. event.task_id .. '","task":'
      .. (event.task or 'null') .. ',"source":"' .. event.source .. '","rev":' .. format('%d', event.rev)
      .. ',"at":"' .. event.at .. '"'
    tell(ns, open, stream_max)
  end

  -- plan: JSON text. People named a plan, its buckets or its labels otherwise.
  function events.publish_plan(ns, plan, at, stream_max)
    tell(ns, '{"action":"plan_updated","task_id":null,"task":null,"plan":' .. plan
      .. ',"source":"planner","rev":null,"at":"' .. at .. '"', stream_max)
  end

  -- One task of a plan waits for sync: `ms` is since when. The set outlives a lost signal, so that the reconciling
  -- sweep finds what was left behind.
  function events.hand_to_sync(ns, plan_id, task_id, source, ms)
    call('ZADD', keys.plan_unsynced(ns, plan_id), 'NX', ms, task_id)
    call('XADD', keys.outbox(ns), '*', 'plan', plan_id, 'tasks', '["' .. task_id .. '"]', 'source', source, 'at', ms)
  end
end
