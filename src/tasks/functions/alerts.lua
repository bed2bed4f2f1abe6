-- Alerts for operators: each is announced once while it lasts, and again when it is over.

local alerts = {}

do
  local call = redis.call

  local function field(alert) return alert.kind .. ':' .. alert.subject end

  -- alert: {kind, subject, lasting, json}. The same words again are not announced again.
  function alerts.raise(ns, alert)
    if alert.lasting then
      local open = call('HGET', keys.open_alerts(ns), field(alert))
      if open then
        local known, now = cjson.decode(open), cjson.decode(alert.json)
        if known.message == now.message and known.severity == now.severity then return 0 end
      end
      call('HSET', keys.open_alerts(ns), field(alert), alert.json)
    end
    call('PUBLISH', keys.alerts_channel(ns), alert.json)
    return 1
  end

  -- over: {kind, subject, at, message}. Nothing is said of what was never announced.
  function alerts.resolve(ns, over)
    local open = call('HGET', keys.open_alerts(ns), field(over))
    if not open then return 0 end
    call('HDEL', keys.open_alerts(ns), field(over))
    local known = cjson.decode(open)
    call('PUBLISH', keys.alerts_channel(ns), '{"kind":' .. json.string(over.kind) .. ',"severity":"resolved","subject":'
      .. json.string(over.subject) .. ',"message":' .. json.string('Over: ' .. known.message)
      .. ',"advice":"Nothing to do.","at":' .. json.string(over.at) .. '}')
    return 1
  end

  -- payload: {"raise": [alert, …], "resolve": [over, …]}. Answers how many were announced.
  function alerts.run(ns, payload)
    local input = cjson.decode(payload)
    local count = 0
    for _, alert in ipairs(input.raise or {}) do count = count + alerts.raise(ns, alert) end
    for _, over in ipairs(input.resolve or {}) do count = count + alerts.resolve(ns, over) end
    return count
  end
end
