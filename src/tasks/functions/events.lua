-- The durable event, its live copy, and the outbox that sync works from.

local events = {}

do
  local call = redis.call
  local format = string.format

  -- event: {action, task_id, task (JSON text or nil), source, rev, at}. Subscribers of the channel get the same JSON
  -- with the stream's id as `cursor`, so that they can catch up from any message.
  function events.publish(ns, event, stream_max)
    local open = '{"action":"' .. event.action .. '","task_id":"' .. event.task_id .. '","task":'
      .. (event.task or 'null') .. ',"source":"' .. event.source .. '","rev":' .. format('%d', event.rev)
      .. ',"at":"' .. event.at .. '"'
    local cursor = call('XADD', keys.stream(ns), 'MAXLEN', '~', stream_max, '*', 'event', open .. '}')
    call('PUBLISH', keys.updates_channel(ns), open .. ',"cursor":"' .. cursor .. '"}')
  end

  -- One task of a plan waits for sync: `ms` is since when. The set outlives a lost signal, so that the reconciling
  -- sweep finds what was left behind.
  function events.hand_to_sync(ns, plan_id, task_id, source, ms)
    call('ZADD', keys.plan_unsynced(ns, plan_id), 'NX', ms, task_id)
    call('XADD', keys.outbox(ns), '*', 'plan', plan_id, 'tasks', '["' .. task_id .. '"]', 'source', source, 'at', ms)
  end
end
