-- A body laid over a task: the task as it would stand, and what changed.

local patch = {}

do
  local format = string.format
  local null = json.null
  local add = problems.add
  local content_fields, read_only_fields = document.content_fields, document.read_only_fields

  -- Fields that only the server writes may come along as they are; anything else would be lost without a word.
  function patch.check_read_only(errors, task, values)
    for i = 1, #read_only_fields do
      local field = read_only_fields[i]
      local value = values[field]
      if value ~= nil then
        if task == nil then
          if value ~= null then add(errors, field, 'is given by the server; leave it out') end
        elseif json.canonical(value) ~= json.canonical(task[field]) then
          add(errors, field, field == 'rev' and 'is read-only and not the current value; send expectedRev to guard a write'
            or 'is read-only and not the current value; leave it out')
        end
      end
    end
  end

  local function check_dates(errors, task, stamped, spelled)
    if not (stamped.startDateTime or stamped.dueDateTime) then return end
    local start, due = task.startDateTime, task.dueDateTime
    if start == null or due == null or not time.is_after(start, due) then return end
    if stamped.startDateTime then
      add(errors, spelled.startDateTime, format('%s is after dueDateTime %s', start, due))
    else
      add(errors, spelled.dueDateTime, format('%s is before startDateTime %s', due, start))
    end
  end

  -- context: {settings, replace, new_seed}. Answers the new task and the changes as names of stamps (`title`,
  -- `checklist:<row id>`); an empty list when nothing changes.
  function patch.apply(errors, task, values, spelled, context)
    local result, changes, stamped = {}, {}, {}
    for name, value in pairs(task) do result[name] = value end
    for i = 1, #content_fields do
      local field = content_fields[i]
      local value = values[field]
      local merge = value ~= nil and lists.merge[field]
      if merge then
        local list, keys_changed, is_moved = merge(errors, spelled[field], value, task[field], context)
        if list and (is_moved or #keys_changed > 0) then
          result[field] = list
          for k = 1, #keys_changed do changes[#changes + 1] = field .. ':' .. keys_changed[k] end
          if is_moved then changes[#changes + 1] = field end
        end
      else
        -- What is sent back as it stands needs no check: people's values may be other than agents may write.
        local now = task[field]
        if value ~= nil and (value == null or value ~= now) then
          now = fields.read[field](errors, spelled[field], value, context.settings, now)
        end
        if field == 'description' and now ~= nil and values.agentNotes ~= nil then
          now = fields.with_agent_notes(errors, spelled.agentNotes, values.agentNotes, context.settings, now)
        end
        if now ~= nil and now ~= task[field] then
          result[field] = now
          stamped[field] = true
          changes[#changes + 1] = field
        end
      end
    end
    check_dates(errors, result, stamped, spelled)
    return result, changes
  end
end
