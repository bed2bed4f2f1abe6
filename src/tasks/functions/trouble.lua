-- What tasks wait for after a try that did not bring them to their end.

local trouble = {}

do
  local call = redis.call

  -- input: {tasks: [{id, version, json}, …]}. Said only of the state that the try has left: another may have moved on,
  -- and a state that is gone must not come back as this alone.
  function trouble.note(ns, input)
    for _, task in ipairs(input.tasks) do
      local key = keys.state(ns, task.id)
      if call('EXISTS', key) == 1 and tonumber(call('HGET', key, 'v') or 0) == task.version then
        call('HSET', key, 'trouble', task.json)
      end
    end
    return #input.tasks
  end
end

redis.register_function('tandem_sync_trouble_v1', function(namespace, arguments)
  return trouble.note(namespace[1], cjson.decode(arguments[1]))
end)
