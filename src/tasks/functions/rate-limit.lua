-- One bucket of requests for each actor, shared by all replicas. They take some at a time.

local rate_limit = {}

do
  local call = redis.call
  local floor, ceil, min, max = math.floor, math.ceil, math.min, math.max

  -- arguments: actor, how many are wanted, how many come in a minute (also the most that are kept).
  -- Answers {granted, left, ms until the next one where none was granted}.
  function rate_limit.take(ns, arguments)
    local key = keys.rate_limit(ns, arguments[1])
    local wanted, per_minute = tonumber(arguments[2]), tonumber(arguments[3])
    local time = call('TIME')
    local now = tonumber(time[1]) * 1000 + floor(tonumber(time[2]) / 1000)
    local kept = call('HMGET', key, 'left', 'at')
    local left, at = tonumber(kept[1]), tonumber(kept[2])
    -- Of a clock that was put back nothing is gained, and nothing is waited for.
    if left then left = min(per_minute, left + max(0, now - at) * per_minute / 60000) else left = per_minute end
    local granted = min(wanted, floor(left))
    left = left - granted
    call('HSET', key, 'left', string.format('%.6f', left), 'at', string.format('%.0f', now))
    call('PEXPIRE', key, 120000)
    return { granted, floor(left), granted > 0 and 0 or ceil((1 - left) * 60000 / per_minute) }
  end
end
