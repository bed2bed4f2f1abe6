-- JSON in and out. cjson reads; writing is done here, because cjson escapes slashes, cannot keep the order of fields
-- and writes an empty list as {}.

local json = {}

do
  local find, match, gsub, sub, byte, format, sort, concat =
    string.find, string.match, string.gsub, string.sub, string.byte, string.format, table.sort, table.concat
  local decode = cjson.decode
  local null = cjson.null

  json.null = null

  -- The one key of a table that was `{}` in the text: cjson reads {} and [] as the same.
  json.EMPTY = '\1{}'

  -- Only called where the text has a `{}`, which is rare.
  local function mark_empty_objects(source)
    local parts, copied, at = {}, 1, 1
    while true do
      at = find(source, '["{]', at)
      if not at then break end
      if byte(source, at) == 34 then
        at = at + 1
        while true do
          at = find(source, '["\\]', at)
          if not at then return source end
          if byte(source, at) == 34 then break end
          at = at + 2
        end
        at = at + 1
      else
        local _, stop = find(source, '^{%s*}', at)
        if stop then
          parts[#parts + 1] = sub(source, copied, at) .. '"\\u0001{}":0}'
          copied, at = stop + 1, stop + 1
        else
          at = at + 1
        end
      end
    end
    return concat(parts) .. sub(source, copied)
  end

  -- Stands for half of a character (`\ud800` without its other half), which cjson refuses as a whole and Planner cannot
  -- hold: so the field that has it can be named.
  json.HALF = '\0\239\191\191'

  local function half_of(code)
    return code >= 55296 and code <= 56319 and 'first' or code >= 56320 and code <= 57343 and 'second' or nil
  end

  local function mark_halves(source)
    local parts, copied, at = {}, 1, find(source, '\\', 1, true)
    while at do
      local code = match(source, '^u(%x%x%x%x)', at + 1)
      local half, length = code and half_of(tonumber(code, 16)), code and 6 or 2
      local other = half == 'first' and match(source, '^\\u(%x%x%x%x)', at + 6)
      if other and half_of(tonumber(other, 16)) == 'second' then
        length = 12
      elseif half then
        parts[#parts + 1] = sub(source, copied, at - 1) .. '\\u0000\\uffff'
        copied = at + 6
      end
      at = find(source, '\\', at + length, true)
    end
    return concat(parts) .. sub(source, copied)
  end

  -- Answers true and the value, or false and what is wrong. The source must be UTF-8.
  function json.read(source)
    if find(source, '{%s*}') then source = mark_empty_objects(source) end
    local ok, value = pcall(decode, source)
    if not ok and find(source, '\\u[dD][89A-Fa-f]') then ok, value = pcall(decode, mark_halves(source)) end
    if ok then return true, value end
    return false, tostring(value)
  end

  -- JSON that we wrote ourselves.
  json.decode = decode

  -- A key is always a string, so a list is what has a first element.
  function json.is_list(value) return type(value) == 'table' and (value[1] ~= nil or next(value) == nil) end
  function json.is_object(value) return type(value) == 'table' and value[1] == nil and next(value) ~= nil end

  local escapes = { ['"'] = '\\"', ['\\'] = '\\\\', ['\n'] = '\\n', ['\r'] = '\\r', ['\t'] = '\\t' }
  local function escape(character)
    return escapes[character] or format('\\u%04x', byte(character))
  end

  function json.string(value)
    if find(value, '[%c"\\]') then value = gsub(value, '[%c"\\]', escape) end
    return '"' .. value .. '"'
  end

  function json.string_or_null(value)
    if value == nil or value == null then return 'null' end
    return json.string(value)
  end

  -- One text for all spellings of one value: keys sorted, no white space.
  function json.canonical(value)
    local kind = type(value)
    if kind == 'string' then return json.string(value) end
    if kind == 'number' then return format('%.17g', value) end
    if kind == 'boolean' then return value and 'true' or 'false' end
    if kind ~= 'table' then return 'null' end
    local parts = {}
    if json.is_list(value) then
      for i = 1, #value do parts[i] = json.canonical(value[i]) end
      return '[' .. concat(parts, ',') .. ']'
    end
    local names = {}
    for name in pairs(value) do names[#names + 1] = name end
    sort(names)
    for i = 1, #names do parts[i] = json.string(names[i]) .. ':' .. json.canonical(value[names[i]]) end
    return '{' .. concat(parts, ',') .. '}'
  end
end
