-- The lists of ids: assigneeIds and appliedCategories. Sets: their order means nothing.

do
  local format, lower = string.format, string.lower
  local null = json.null
  local add = problems.add
  local is_list, is_object, EMPTY = json.is_list, json.is_object, json.EMPTY
  local too_long, within = lists.too_long, lists.within

  -- What the task holds already needs no check: Planner's other apps know ids that are not ours.
  local function read_ids(errors, field, list, current, read)
    local read_all, seen, held = {}, {}, {}
    for i = 1, #current do held[current[i]] = lower(current[i]) end
    for i = 1, #list do
      local id = held[list[i]] or read(errors, field .. '[' .. (i - 1) .. ']', list[i])
      if id and not seen[id] then
        seen[id] = true
        read_all[#read_all + 1] = id
      end
    end
    return read_all, seen
  end

  local function id_changes(errors, field, value, current, options)
    local change = { add = {}, remove = {} }
    for name, part in pairs(value) do
      if name == 'add' or name == 'remove' then
        if part == null then part = {} end
        if not is_list(part) then
          add(errors, field .. '.' .. name, 'must be a list, not ' .. fields.kind_of(part))
        elseif not too_long(errors, field .. '.' .. name, part, options.most) then
          change[name], change[name .. '_seen'] = read_ids(errors, field .. '.' .. name, part, current, options.read)
        end
      elseif name ~= EMPTY then
        add(errors, field .. '.' .. name, 'is not known here; use "add" and "remove"', text.nearest(name, { 'add', 'remove' }))
      end
    end
    for _, id in ipairs(change.remove) do
      if change.add_seen and change.add_seen[id] then add(errors, field, format('%s is in both add and remove', id)) end
    end
    return change
  end

  local function apply_ids(current, change)
    local result, has, changed = {}, {}, {}
    for i = 1, #current do
      local id = current[i]
      has[lower(id)] = true
      if change.remove_seen and change.remove_seen[lower(id)] then
        changed[#changed + 1] = id
      else
        result[#result + 1] = id
      end
    end
    for _, id in ipairs(change.add) do
      if not has[id] then
        result[#result + 1] = id
        changed[#changed + 1] = id
      end
    end
    return result, changed
  end

  -- What must go so that only `wanted` stays.
  local function replacement(current, wanted, seen)
    local change = { add = wanted, remove = {}, remove_seen = {} }
    for i = 1, #current do
      local id = lower(current[i])
      if not seen[id] then change.remove_seen[id] = true end
    end
    return change
  end

  local function merge_ids(errors, field, value, current, options)
    local before, change = #errors, nil
    if value == null then
      change = replacement(current, {}, {})
    elseif is_list(value) then
      if too_long(errors, field, value, options.most) then return nil end
      local wanted, seen = read_ids(errors, field, value, current, options.read)
      change = options.replace and replacement(current, wanted, seen) or { add = wanted }
    elseif is_object(value) then
      change = id_changes(errors, field, value, current, options)
    else
      add(errors, field, 'must be a list, {"add": […], "remove": […]} or null, not ' .. fields.kind_of(value))
    end
    if #errors > before then return nil end
    local result, changed = apply_ids(current, change)
    if not within(errors, field, result, current, options.most) then return nil end
    return result, changed
  end

  function lists.merge.assigneeIds(errors, field, value, current, context)
    return merge_ids(errors, field, value, current,
      { read = fields.assignee_id, most = context.settings.assignees_max, replace = context.replace })
  end

  function lists.merge.appliedCategories(errors, field, value, current, context)
    return merge_ids(errors, field, value, current, { read = fields.category, most = 25, replace = context.replace })
  end
end
