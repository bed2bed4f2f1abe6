-- The circuit breaker of a service of Microsoft Graph, in the hash of its gate:
--   circuit, circuit_since, circuit_why   1 while it is open, since when, and what was seen
--   circuit_until, trips                  when a probe may go, and how often it opened without a success between
--   probe_until                           a probe is under way, at the longest until then
--   generation                            grows whenever it opens or closes: what was counted before counts no more
-- Each process counts failures by itself; the first to find too many opens the circuit for all.

local graph_circuit = {}

do
  local call = redis.call
  local min, max = math.min, math.max
  local text = graph_gate.text

  -- Time until a probe: 5 s doubling to a minute.
  local first_wait_ms, longest_wait_ms = 5000, 60000

  local function wait_after(trips) return min(first_wait_ms * 2 ^ min(trips - 1, 10), longest_wait_ms) end

  -- Where nobody has asked for so long after a probe was due, nobody knows whether the service is still sick.
  local forget_ms = 600000

  function graph_circuit.is_forgotten(gate, now)
    return gate.circuit == 1 and now - max(gate.circuit_until or 0, gate.probe_until or 0) > forget_ms
  end

  -- How long nothing goes (ms), nil when the circuit is closed; and whether one request may try.
  function graph_circuit.wait(gate, now)
    if gate.circuit ~= 1 then return nil, false end
    if gate.circuit_until > now then return gate.circuit_until - now, false end
    if (gate.probe_until or 0) > now then return min(gate.probe_until - now, first_wait_ms), false end
    return first_wait_ms, true
  end

  function graph_circuit.start_probe(key, gate, now, ms)
    gate.probe_until = now + ms
    call('HSET', key, 'probe_until', text(gate.probe_until))
  end

  -- input: {tenant, service, failing: why, alert}. Counted before the last change: nothing happens.
  function graph_circuit.open(ns, key, gate, now, input)
    if gate.circuit == 1 or (gate.generation or 0) ~= input.generation then return end
    gate.circuit, gate.trips, gate.generation = 1, 1, input.generation + 1
    gate.circuit_until = now + wait_after(1)
    call('HSET', key, 'circuit', '1', 'circuit_since', text(now), 'circuit_why', input.failing, 'trips', '1',
      'circuit_until', text(gate.circuit_until), 'probe_until', '0', 'generation', text(gate.generation))
    alerts.raise(ns, input.alert)
    graph_gate.keep(key, gate, now)
  end

  -- The probe was no success: a longer wait.
  function graph_circuit.stay_open(key, gate, now)
    if gate.circuit ~= 1 then return end
    local trips = (gate.trips or 1) + 1
    gate.circuit_until = now + wait_after(trips)
    call('HSET', key, 'trips', text(trips), 'circuit_until', text(gate.circuit_until), 'probe_until', '0')
  end

  -- over: the alert's {kind, subject, at}. Whether it was open.
  function graph_circuit.close(ns, key, gate, now, over)
    if gate.circuit ~= 1 then return false end
    gate.circuit, gate.generation = 0, (gate.generation or 0) + 1
    call('HSET', key, 'circuit', '0', 'probe_until', '0', 'generation', text(gate.generation))
    call('HDEL', key, 'circuit_since', 'circuit_why', 'circuit_until', 'trips')
    graph_gate.open(key, gate, now)
    graph_gate.keep(key, gate, now)
    alerts.resolve(ns, over)
    return true
  end
end
