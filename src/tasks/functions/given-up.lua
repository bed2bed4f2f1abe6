-- The creates of a plan that were given up and repeated. Graph may apply one late; then a sweep finds what it made.

local given_up = {}

do
  local call = redis.call

  -- create: {json, until_ms_ago, most}. Bounded in time and number, the newest stay.
  function given_up.add(ns, plan_id, create, now)
    local key = keys.plan_given_up(ns, plan_id)
    call('ZADD', key, now, create.json)
    call('ZREMRANGEBYSCORE', key, '-inf', now - create.keepMs)
    call('ZREMRANGEBYRANK', key, 0, -create.most - 1)
    call('PEXPIRE', key, create.keepMs)
  end

  function given_up.remove(ns, plan_id, member)
    return call('ZREM', keys.plan_given_up(ns, plan_id), member)
  end

  -- One create accounts for one Planner task: of two that ask for it at a time one gets it. input: {planId, known, taken}.
  function given_up.take(ns, input)
    local key = keys.plan_given_up(ns, input.planId)
    local score = call('ZSCORE', key, input.known)
    if not score then return 0 end
    call('ZREM', key, input.known)
    call('ZADD', key, score, input.taken)
    return 1
  end
end

redis.register_function('tandem_take_given_up_v1', function(namespace, arguments)
  return given_up.take(namespace[1], cjson.decode(arguments[1]))
end)
