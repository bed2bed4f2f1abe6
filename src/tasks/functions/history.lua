-- What was done to a task, newest first and bounded: by whom, and what each changed value was before. What it became
-- stands in the next younger entry of the same value, or in the task.

local history = {}

do
  local call = redis.call
  local format, match, concat = string.format, string.match, table.concat
  local key_names = { checklist = 'id', references = 'url' }

  -- A row as it was, and for rows of a list the key of the row that it stood behind.
  local function row_of(list, field, key)
    local name = key_names[field]
    for i = 1, #list do
      local entry = list[i]
      if (name and entry[name] or entry) == key then
        if not name then return json.string(key) end
        return json.canonical(entry) .. ',"behind":' .. json.string_or_null(i > 1 and list[i - 1][name] or nil)
      end
    end
    return 'null'
  end

  local function keys_of(list, field)
    local found = {}
    for i = 1, #list do found[i] = list[i][key_names[field]] end
    return json.canonical(found)
  end

  -- stamps: as patch.apply answers them, `title` or `checklist:<row id>`; a list without a key was put in another order.
  local function changes(known, stamps)
    local parts = {}
    for i = 1, #stamps do
      local field, key = match(stamps[i], '^(%a+):(.*)$')
      if field then
        parts[i] = '{"field":"' .. field .. '","key":' .. json.string(key) .. ',"before":'
          .. row_of(known[field], field, key) .. '}'
      else
        field = stamps[i]
        local before = known[field]
        parts[i] = '{"field":"' .. field .. '","before":'
          .. (type(before) == 'table' and keys_of(before, field) or json.canonical(before)) .. '}'
      end
    end
    return '[' .. concat(parts, ',') .. ']'
  end

  function history.push(ns, task_id, entry, most)
    local key = keys.history(ns, task_id)
    if call('LPUSH', key, entry) > most then call('LTRIM', key, 0, most - 1) end
  end

  -- done: {operation, task, known (the task before, or nil), stamps, actor, cause (or nil), at}.
  function history.note(ns, done, most)
    local task = done.task
    history.push(ns, task.id, '{"rev":' .. format('%d', task.rev) .. ',"at":"' .. done.at .. '","by":{"kind":"agent","id":'
      .. json.string(done.actor) .. '},"operation":"' .. done.operation .. '"'
      .. (done.cause and ',"cause":"' .. done.cause .. '"' or '')
      .. ',"changes":' .. (done.known and changes(done.known, done.stamps) or '[]') .. '}', most)
  end
end
