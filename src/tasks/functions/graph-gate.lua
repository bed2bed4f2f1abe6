-- The throttle gate of a service of Microsoft Graph, one hash per service and tenant, so that all replicas agree, and one
-- for each mailbox that was throttled by itself:
--   closed_until, since, ms, why   until when it is closed, since when, for how long the last time, and what Graph said
--   strikes                        closings one after another without a Retry-After
--   used, window, queued           what was let through since it opened, while the backlog drains
--   circuit, …                     see graph-circuit.lua

local graph_gate = {}

do
  local call = redis.call
  local floor, min, max = math.floor, math.min, math.max
  local format = string.format

  -- Without a Retry-After: 2 s doubling to 5 min, as Temporal's retries do.
  local first_wait_ms, longest_wait_ms = 2000, 300000
  -- So long after the last closing the doubling begins anew.
  local forget_ms = 60000
  -- After a gate has opened so many requests go in the first second, twice as many in each that follows, then all.
  local window_ms, first_allowance, windows = 1000, 80, 5
  -- An open gate is remembered so long.
  local keep_ms = 3600000

  function graph_gate.text(number) return format('%.0f', number) end
  local text = graph_gate.text

  function graph_gate.key(ns, input) return keys.gate(ns, input.service, input.tenant) end

  -- The gate of a mailbox, which Outlook limits by itself; nil without one.
  function graph_gate.mailbox_key(ns, input)
    return input.mailbox and keys.gate(ns, input.service .. '/' .. input.mailbox, input.tenant)
  end

  -- The hash; whatever is no sentence is a number.
  function graph_gate.read(key)
    local flat, gate = call('HGETALL', key), {}
    for i = 1, #flat, 2 do
      local name = flat[i]
      gate[name] = (name == 'why' or name == 'circuit_why') and flat[i + 1] or tonumber(flat[i + 1])
    end
    return gate
  end

  -- The rest of the time that it is closed (ms), nil when it is open.
  function graph_gate.wait(gate, now)
    local ms = (gate.closed_until or 0) - now
    if ms > 0 then return ms end
  end

  -- Forgets an open gate in time. An open circuit stays until a probe or an operator closes it.
  function graph_gate.keep(key, gate, now)
    if gate.circuit == 1 then call('PERSIST', key)
    else call('PEXPIRE', key, text((graph_gate.wait(gate, now) or 0) + keep_ms)) end
  end

  -- Closes it. ms: from Retry-After, nil without one.
  function graph_gate.close(key, gate, now, ms, why)
    local till, strikes = gate.closed_until or 0, gate.strikes or 0
    if not ms then
      -- Answers to requests that were under way together are one strike.
      if till > now then return end
      strikes = now - till > max(forget_ms, 2 * (gate.ms or 0)) and 1 or strikes + 1
      ms = min(first_wait_ms * 2 ^ min(strikes - 1, 10), longest_wait_ms)
    end
    if now + ms <= till then return end
    gate.closed_until, gate.since = now + ms, till > now and gate.since or now
    call('HSET', key, 'closed_until', text(gate.closed_until), 'since', text(gate.since), 'ms', text(ms), 'why', why,
      'strikes', text(strikes), 'used', '0', 'window', '0', 'queued', '0')
    graph_gate.keep(key, gate, now)
  end

  -- A success: the next closing without a Retry-After is a short one.
  function graph_gate.forget_strikes(key, gate)
    if (gate.strikes or 0) > 0 then call('HSET', key, 'strikes', '0') end
  end

  -- Opens it as if it had been closed until now.
  function graph_gate.open(key, gate, now)
    if graph_gate.wait(gate, now) then return end
    gate.closed_until = now
    call('HSET', key, 'closed_until', text(now), 'used', '0', 'window', '0', 'queued', '0')
  end

  -- How many may go from the opening of the gate to the end of a window (from 0).
  local function allowance(window) return first_allowance * (2 ^ (window + 1) - 1) end

  -- Whether the backlog of a gate that has opened is still draining.
  function graph_gate.is_draining(gate, now)
    return gate.closed_until ~= nil and now >= gate.closed_until and now < gate.closed_until + windows * window_ms
  end

  -- Of `count` requests, how many may go now, and when the others should come (ms): each in the window that has room for
  -- it behind those that were told the same before. Who is waited for goes at once.
  function graph_gate.drain(key, gate, now, lane, count)
    if not graph_gate.is_draining(gate, now) then return count, 0 end
    local window = floor((now - gate.closed_until) / window_ms)
    local used = gate.used or 0
    local queued = gate.window == window and gate.queued or 0
    local granted = lane == 'waiting' and count or max(0, min(count, allowance(window) - used))
    gate.used, gate.window, gate.queued = used + granted, window, queued + count - granted
    call('HSET', key, 'used', text(gate.used), 'window', text(window), 'queued', text(gate.queued))
    local later = window + 1
    while later < windows and allowance(later) < gate.used + gate.queued do later = later + 1 end
    return granted, gate.closed_until + later * window_ms - now
  end
end
