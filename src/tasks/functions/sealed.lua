-- Something sealed is sealed anew with another key, unless it has changed meanwhile.

local sealed = {}

do
  local call = redis.call

  -- arguments: the key, the field of the hash or '' for a string, what was read, what it shall be. Answers 1 or 0.
  function sealed.replace(arguments)
    local key, field, before, now = arguments[1], arguments[2], arguments[3], arguments[4]
    if field == '' then
      if call('GET', key) ~= before then return 0 end
      call('SET', key, now, 'KEEPTTL')
    else
      if call('HGET', key, field) ~= before then return 0 end
      local left = redis.pcall('HPTTL', key, 'FIELDS', 1, field)
      call('HSET', key, field, now)
      -- HSET ends a field's own time to live, where this Redis knows one (7.4).
      if type(left) == 'table' and type(left[1]) == 'number' and left[1] > 0 then
        call('HPEXPIRE', key, left[1], 'FIELDS', 1, field)
      end
    end
    return 1
  end
end
