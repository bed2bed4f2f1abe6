-- The same key means the same write: the first answer again, for a day. Decided in the write's own step, so that a
-- simultaneous twin finds it too.

local idempotency = {}

do
  local call = redis.call
  local match, format = string.match, string.format
  local kept_seconds = 86400

  function idempotency.key(ns, wanted)
    return keys.idempotency(ns, wanted.actor, wanted.idempotency_key)
  end

  -- Of what was asked, whatever the order and spelling of its fields.
  function idempotency.fingerprint(wanted)
    return redis.sha1hex(wanted.operation .. '\n' .. (wanted.id or '') .. '\n'
      .. (wanted.expected_rev and format('%d', wanted.expected_rev) or '') .. '\n' .. json.canonical(wanted.values))
  end

  -- The kept answer, the refusal of a key that was used for something else, or nil.
  function idempotency.find(ns, wanted, fingerprint)
    local kept = call('GET', idempotency.key(ns, wanted))
    if not kept then return nil end
    local first, status, id, rev, answer = match(kept, '^(%x+) (%d+) (%S+) (%d+) (.*)$')
    if first ~= fingerprint then
      return problems.reply('idempotency_key_reused',
        'The key has been used in the last 24 hours for another request; use a new key for a new request')
    end
    return { status = tonumber(status), json = answer, id = id, rev = tonumber(rev), replayed = 1 }
  end

  -- Only successes: a refused write may be repaired and sent again under its key.
  function idempotency.keep(ns, wanted, fingerprint, reply)
    call('SET', idempotency.key(ns, wanted),
      fingerprint .. ' ' .. reply.status .. ' ' .. reply.id .. ' ' .. format('%d', reply.rev) .. ' ' .. reply.json,
      'EX', kept_seconds)
  end
end
