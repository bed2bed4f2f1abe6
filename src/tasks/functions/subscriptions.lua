-- What is known about each subscription to Graph, besides what Graph has.

local subscriptions = {}

do
  local call = redis.call

  -- Puts members into the status of a resource; the others stay, as the time of the last notification does.
  function subscriptions.note(ns, resource, members)
    local json = call('HGET', keys.webhook_status(ns), resource)
    local status = json and cjson.decode(json) or {}
    for name, value in pairs(members) do status[name] = value end
    call('HSET', keys.webhook_status(ns), resource, cjson.encode(status))
    return 1
  end

  -- Notifications of that name were taken in.
  function subscriptions.heard(ns, name, at)
    local json = call('HGET', keys.subscriptions_wanted(ns), name)
    if json then subscriptions.note(ns, cjson.decode(json).resource, { lastNotificationAt = at }) end
  end

  -- It is deleted at Graph: nothing of it stays, unless somebody wants it again by now. Answers whether it is gone.
  function subscriptions.finish(ns, name)
    local json = call('HGET', keys.subscriptions_wanted(ns), name)
    local wanted = json and cjson.decode(json)
    if wanted and not wanted.removing then return 0 end
    call('HDEL', keys.subscriptions_wanted(ns), name)
    call('HDEL', keys.subscription_drafts(ns), name)
    call('HDEL', keys.subscription_marks(ns), name)
    if wanted then
      call('HDEL', keys.webhook_status(ns), wanted.resource)
      alerts.resolve(ns, { kind = 'subscription_failing', subject = wanted.resource, at = time.now(ns).iso })
    end
    return 1
  end
end

redis.register_function('tandem_subscription_note_v1', function(namespace, arguments)
  return subscriptions.note(namespace[1], arguments[1], cjson.decode(arguments[2]))
end)
redis.register_function('tandem_subscription_finish_v1', function(namespace, arguments)
  return subscriptions.finish(namespace[1], arguments[1])
end)
