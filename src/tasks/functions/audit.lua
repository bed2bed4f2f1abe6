-- Who did what, for operators.

local audit = {}

do
  local call = redis.call

  -- arguments: how many entries are kept, then entries as JSON.
  function audit.note(ns, arguments)
    for at = 2, #arguments do
      call('XADD', keys.audit_log(ns), 'MAXLEN', '~', arguments[1], '*', 'entry', arguments[at])
    end
    return #arguments - 1
  end
end
