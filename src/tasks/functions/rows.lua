-- The lists of rows: checklist by id, references by url.

do
  local lower = string.lower
  local null = json.null
  local add = problems.add
  local is_list, is_object, EMPTY = json.is_list, json.is_object, json.EMPTY
  local too_long, within = lists.too_long, lists.within

  local function unknown_names(errors, field, row, kind)
    for name in pairs(row) do
      if name ~= EMPTY and name ~= 'remove' and not kind.members[name] then
        local suggestion = text.nearest(name, kind.names)
        add(errors, field .. '.' .. name, 'is not a known field' .. (suggestion and '; did you mean "' .. suggestion .. '"?' or ''),
          suggestion)
      end
    end
  end

  -- Reads one entry: the row's key (nil for a new row without one), the members given, and whether it is to go.
  -- A key that stands in the task is taken as it is: Planner's other apps make keys that are not ours, and may hold two
  -- that differ in spelling only.
  local function read_row(errors, field, entry, kind, context, held)
    if not is_object(entry) then
      add(errors, field, 'must be an object, not ' .. (is_list(entry) and 'a list' or fields.kind_of(entry)))
      return nil
    end
    local before = #errors
    unknown_names(errors, field, entry, kind)
    local remove = entry.remove
    if remove ~= nil and type(remove) ~= 'boolean' then
      add(errors, field .. '.remove', 'must be true or false, not ' .. fields.kind_of(remove))
    end
    local key = entry[kind.key]
    local existing = key ~= nil and held.by_key[key]
    if not existing then
      key = kind.read_key(errors, field .. '.' .. kind.key, key, remove == true)
      existing = key and held.by_spelling[kind.fold(key)]
      if existing then key = existing[kind.key] end
    end
    local given = {}
    if remove ~= true then
      for _, name in ipairs(kind.names) do
        if name ~= kind.key and entry[name] ~= nil then
          -- What is sent back as it stands needs no check: people's values may be other than agents may write.
          given[name] = entry[name]
          if not existing or entry[name] ~= existing[name] then
            given[name] = kind.members[name](errors, field .. '.' .. name, entry[name], context.settings)
          end
        end
      end
    end
    if #errors > before then return nil end
    return { key = key, given = given, remove = remove == true, field = field }
  end

  local function read_rows(errors, field, value, kind, context, current)
    local rows, seen, before = {}, {}, #errors
    local held = { by_key = {}, by_spelling = {} }
    for i = 1, #current do
      local key = current[i][kind.key]
      held.by_key[key], held.by_spelling[kind.fold(key)] = current[i], current[i]
    end
    for i = 1, #value do
      local at = field .. '[' .. (i - 1) .. ']'
      local row = read_row(errors, at, value[i], kind, context, held)
      if row then
        -- A key of the task is itself; of new ones two spellings are one.
        local known_as = row.key and (held.by_key[row.key] and row.key or kind.fold(row.key))
        if known_as and seen[known_as] then
          add(errors, at .. '.' .. kind.key, 'is in the list twice')
        elseif known_as then
          seen[known_as] = true
        end
        rows[#rows + 1] = row
      end
    end
    if #errors > before then return nil end
    return rows, seen
  end

  -- The row as it will stand, and whether that is a change.
  local function written(errors, row, existing, kind, context)
    if not existing then return kind.create(errors, row, context), true end
    local result, changed = {}, false
    for _, name in ipairs(kind.names) do
      local now = row.given[name]
      if now == nil then now = existing[name] end
      result[name] = now
      if now ~= existing[name] then changed = true end
    end
    return result, changed
  end

  local function index_of(current, kind)
    local index = {}
    for i = 1, #current do index[current[i][kind.key]] = i end
    return index
  end

  local function merge_into(errors, rows, current, kind, context)
    local index, result, gone, changed = index_of(current, kind), {}, {}, {}
    for i = 1, #current do result[i] = current[i] end
    for _, row in ipairs(rows) do
      local at = row.key and index[row.key]
      if row.remove then
        if at then
          gone[at] = true
          changed[#changed + 1] = current[at][kind.key]
        end
      else
        local now, is_changed = written(errors, row, at and current[at], kind, context)
        if now then
          result[at or #result + 1] = now
          if is_changed then changed[#changed + 1] = now[kind.key] end
        end
      end
    end
    local kept = {}
    for i = 1, #result do
      if not gone[i] then kept[#kept + 1] = result[i] end
    end
    return kept, changed
  end

  local function replace_with(errors, rows, current, kind, context)
    local index, result, stays, changed = index_of(current, kind), {}, {}, {}
    local last, in_order = 0, true
    for _, row in ipairs(rows) do
      local at = row.key and index[row.key]
      if not row.remove then
        local now, is_changed = written(errors, row, at and current[at], kind, context)
        if now then
          result[#result + 1] = now
          if is_changed then changed[#changed + 1] = now[kind.key] end
        end
        if at then
          stays[at] = true
          if at < last then in_order = false end
          last = at
        end
      end
    end
    for i = 1, #current do
      if not stays[i] then changed[#changed + 1] = current[i][kind.key] end
    end
    return result, changed, not in_order
  end

  local function merge_rows(errors, field, value, current, context, kind)
    if value == null then
      local changed = {}
      for i = 1, #current do changed[i] = current[i][kind.key] end
      return {}, changed
    end
    if not is_list(value) then
      add(errors, field, 'must be a list or null, not ' .. (is_object(value) and 'an object' or fields.kind_of(value)))
      return nil
    end
    local before = #errors
    local most = kind.most(context.settings)
    if too_long(errors, field, value, most) then return nil end
    local rows = read_rows(errors, field, value, kind, context, current)
    if not rows then return nil end
    local merge = context.replace and replace_with or merge_into
    local result, changed, moved = merge(errors, rows, current, kind, context)
    if #errors > before or not within(errors, field, result, current, most) then return nil end
    return result, changed, moved
  end

  local checklist = {
    key = 'id',
    names = { 'id', 'title', 'isChecked' },
    members = {
      id = true,
      title = function(errors, field, value, settings) return fields.trimmed_string(errors, field, value, settings.title_max) end,
      isChecked = fields.checked,
    },
    fold = lower,
    most = function(settings) return settings.checklist_max end,
    read_key = function(errors, field, value, is_needed)
      if value == nil or value == null then
        if is_needed then add(errors, field, 'is needed to say which row to remove') end
        return nil
      end
      local guid = type(value) == 'string' and ids.to_guid(value)
      if not guid then
        add(errors, field, 'must be a GUID such as 3f2504e0-4f89-41d3-9a0c-0305e82c3301; leave it out and the new row gets one')
      end
      return guid or nil
    end,
    create = function(errors, row, context)
      if row.given.title == nil then
        add(errors, row.field .. '.title', 'is needed for a new row')
        return nil
      end
      return {
        id = row.key or ids.guid(context.new_seed()),
        title = row.given.title,
        isChecked = row.given.isChecked == true,
      }
    end,
  }

  local references = {
    key = 'url',
    names = { 'url', 'alias', 'type' },
    members = { url = true, alias = fields.alias, type = fields.reference_type },
    fold = function(url) return fields.normalised_url(url) or url end,
    most = function(settings) return settings.references_max end,
    read_key = function(errors, field, value)
      if value == nil or value == null then
        add(errors, field, 'is needed')
        return nil
      end
      return fields.url(errors, field, value)
    end,
    create = function(_, row)
      return { url = row.key, alias = row.given.alias or null, type = row.given.type or null }
    end,
  }

  function lists.merge.checklist(errors, field, value, current, context)
    return merge_rows(errors, field, value, current, context, checklist)
  end

  function lists.merge.references(errors, field, value, current, context)
    return merge_rows(errors, field, value, current, context, references)
  end
end
