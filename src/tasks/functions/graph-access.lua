-- What the gateways of all replicas ask and tell: gate, circuit and budget of a service of Microsoft Graph in one step.

local graph_access = {}

do
  local call = redis.call
  local floor, min, max = math.floor, math.min, math.max
  local text = graph_gate.text
  local minute_ms = 60000

  local function usage_key(ns, tenant, minute) return keys.graph_usage(ns, tenant, text(minute)) end

  local function note(ns, input, now, counts)
    local totals, usage = keys.graph_totals(ns, input.tenant), usage_key(ns, input.tenant, floor(now / minute_ms))
    for name, count in pairs(counts) do
      call('HINCRBY', totals, name, text(count))
      call('HINCRBY', usage, name, text(count))
    end
    call('PEXPIRE', usage, text(3 * minute_ms))
  end

  local function add(counts, name, count)
    if count > 0 then counts[name] = (counts[name] or 0) + count end
  end

  -- Of `count` requests of a lane, how many the minute's budget still allows, and when the next minute begins (ms).
  local function afford(input, now, used, lane, count)
    if not input.budget then return count, 0 end
    local left = floor(input.budget * input.shares[lane]) - used
    return max(0, min(count, left)), (floor(now / minute_ms) + 1) * minute_ms - now
  end

  local function used_this_minute(ns, input, now)
    if not input.budget then return 0 end
    return tonumber(call('HGET', usage_key(ns, input.tenant, floor(now / minute_ms)), 'requests') or 0)
  end

  -- input: {tenant, service, mailbox?, asks: [{lane, count}], the most urgent first, budget, shares: share by lane, probeMs,
  -- heldBack: so many the process did not ask for, because it knew that the gate was closed}.
  -- Answers {generation, probe, doubtful, why, verdicts: [[granted, kind, ms]]}: the others may come after `ms`.
  function graph_access.admit(ns, payload)
    local input = cjson.decode(payload)
    local now, key = time.now(ns).ms, graph_gate.key(ns, input)
    local gate = graph_gate.read(key)
    local own_key = graph_gate.mailbox_key(ns, input)
    local own = own_key and graph_gate.read(own_key) or {}
    local closed_ms, why = graph_gate.wait(gate, now), gate.why
    local own_ms = graph_gate.wait(own, now)
    if own_ms and own_ms > (closed_ms or 0) then closed_ms, why = own_ms, own.why end
    local drain_key, drain_gate = key, gate
    if graph_gate.is_draining(own, now) then drain_key, drain_gate = own_key, own end
    local open_ms, may_probe = graph_circuit.wait(gate, now)
    local used = used_this_minute(ns, input, now)
    local verdicts, counts, is_probe = {}, {}, false
    for index, ask in ipairs(input.asks) do
      local granted, kind, ms = 0, '', 0
      if closed_ms then
        kind, ms = 'gate', closed_ms
      elseif open_ms then
        kind, ms = 'circuit', open_ms
        if may_probe and not is_probe then
          granted, is_probe = 1, true
          graph_circuit.start_probe(key, gate, now, input.probeMs)
        end
      else
        local affordable, next_minute = afford(input, now, used, ask.lane, ask.count)
        local drain_ms
        granted, drain_ms = graph_gate.drain(drain_key, drain_gate, now, ask.lane, affordable)
        if affordable < ask.count then kind, ms = 'budget', next_minute
        elseif granted < ask.count then kind, ms = 'drain', drain_ms end
      end
      used = used + granted
      add(counts, 'requests', granted)
      add(counts, 'requests:' .. input.service .. ':' .. ask.lane, granted)
      if granted < ask.count then add(counts, 'refused:' .. input.service .. ':' .. kind, ask.count - granted) end
      verdicts[index] = { granted, kind, ms }
    end
    add(counts, 'refused:' .. input.service .. ':gate', input.heldBack or 0)
    if counts.requests then counts.http = 1 end
    note(ns, input, now, counts)
    local is_doubtful = (gate.strikes or 0) > 0 or (own.strikes or 0) > 0
    return cjson.encode({ generation = gate.generation or 0, probe = is_probe, doubtful = is_doubtful, verdicts = verdicts,
      why = closed_ms and why or open_ms and gate.circuit_why or '' })
  end

  -- input: {tenant, service, mailbox?, generation, throttled: {ms, why, count, ofMailbox}, well, failing: why, alert, probe: 'ok' or 'failed', over},
  -- each where it happened. Answers for how long the gate is closed now (ms).
  function graph_access.report(ns, payload)
    local input = cjson.decode(payload)
    local now, key = time.now(ns).ms, graph_gate.key(ns, input)
    local gate = graph_gate.read(key)
    local own_key = graph_gate.mailbox_key(ns, input)
    local own = own_key and graph_gate.read(own_key) or {}
    local throttled = input.throttled
    if throttled then
      local is_own = own_key and throttled.ofMailbox
      graph_gate.close(is_own and own_key or key, is_own and own or gate, now, throttled.ms, throttled.why)
      note(ns, input, now, { ['throttled:' .. input.service] = throttled.count })
    end
    if input.well then
      graph_gate.forget_strikes(key, gate)
      if own_key then graph_gate.forget_strikes(own_key, own) end
    end
    if input.probe == 'ok' then graph_circuit.close(ns, key, gate, now, input.over)
    elseif input.probe == 'failed' then graph_circuit.stay_open(key, gate, now)
    elseif input.failing then graph_circuit.open(ns, key, gate, now, input) end
    return max(graph_gate.wait(gate, now) or 0, graph_gate.wait(own, now) or 0)
  end

  -- input: {tenant, services: [{service, over}]}. Closes their circuits; answers those that were open.
  function graph_access.reset(ns, payload)
    local input = cjson.decode(payload)
    local now, were_open = time.now(ns).ms, {}
    for _, one in ipairs(input.services) do
      local key = keys.gate(ns, one.service, input.tenant)
      if graph_circuit.close(ns, key, graph_gate.read(key), now, one.over) then
        were_open[#were_open + 1] = one.service
      end
    end
    return were_open
  end

  local function counts_of(key)
    local flat, counts = call('HGETALL', key), {}
    for i = 1, #flat, 2 do counts[flat[i]] = tonumber(flat[i + 1]) end
    return counts
  end

  -- The gate of a service as it stands. A circuit that is open for want of anybody who asks is closed by whoever looks, or
  -- its alert would last for ever.
  local function gate_of(ns, tenant, service, now)
    local key = keys.gate(ns, service, tenant)
    local gate = graph_gate.read(key)
    if not graph_circuit.is_forgotten(gate, now.ms) then return gate end
    graph_circuit.close(ns, key, gate, now.ms, { kind = 'circuit_open', subject = 'graph/' .. service, at = now.iso })
    return graph_gate.read(key)
  end

  -- input: {tenant, services: [name]}. Answers everything there is to know, as JSON; times in ms.
  function graph_access.state(ns, payload)
    local input = cjson.decode(payload)
    local clock, services = time.now(ns), {}
    local now = clock.ms
    for index, service in ipairs(input.services) do
      local gate = gate_of(ns, input.tenant, service, clock)
      services[index] = {
        service = service,
        closedUntil = graph_gate.wait(gate, now) and gate.closed_until or nil,
        closedSince = graph_gate.wait(gate, now) and gate.since or nil,
        closedWhy = graph_gate.wait(gate, now) and gate.why or nil,
        draining = graph_gate.is_draining(gate, now),
        circuitSince = gate.circuit_since,
        circuitUntil = gate.circuit_until,
        circuitWhy = gate.circuit_why,
      }
    end
    local minute = floor(now / minute_ms)
    return cjson.encode({
      now = now,
      services = services,
      minute = counts_of(usage_key(ns, input.tenant, minute)),
      lastMinute = counts_of(usage_key(ns, input.tenant, minute - 1)),
      totals = counts_of(keys.graph_totals(ns, input.tenant)),
    })
  end
end
