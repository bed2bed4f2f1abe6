-- Strings as people count and see them: UTF-8, code points, white space. Nothing here may take more than linear time:
-- Redis serves nobody else meanwhile.

local text = {}

do
  local find, gsub, sub, byte, lower = string.find, string.gsub, string.sub, string.byte, string.lower

  -- By lead byte: how many continuation bytes follow, and the range of the first of them, which keeps out overlong
  -- forms, surrogates and what lies beyond U+10FFFF.
  local sequences = {}
  for lead = 194, 223 do sequences[lead] = { 1, 128, 191 } end
  for lead = 224, 239 do sequences[lead] = { 2, 128, 191 } end
  for lead = 240, 244 do sequences[lead] = { 3, 128, 191 } end
  sequences[224][2], sequences[237][3], sequences[240][2], sequences[244][3] = 160, 159, 144, 143

  function text.is_utf8(value)
    local at = find(value, '[\128-\255]')
    while at do
      local sequence = sequences[byte(value, at)]
      if not sequence then return false end
      local count, first = sequence[1], byte(value, at + 1)
      if not first or first < sequence[2] or first > sequence[3] then return false end
      for i = 2, count do
        local more = byte(value, at + i)
        if not more or more < 128 or more > 191 then return false end
      end
      at = find(value, '[\128-\255]', at + count + 1)
    end
    return true
  end

  -- In code points.
  function text.length(value)
    if not find(value, '[\128-\255]') then return #value end
    local _, count = gsub(value, '[^\128-\191]', '')
    return count
  end

  -- In UTF-16 units, as Planner counts: a character beyond the first 65,536 is two.
  function text.units(value)
    if not find(value, '[\128-\255]') then return #value end
    local _, count = gsub(value, '[^\128-\191]', '')
    local _, wide = gsub(value, '[\240-\244]', '')
    return count + wide
  end

  -- As many whole characters from the front as fit into so many UTF-16 units.
  function text.head(value, units)
    if text.units(value) <= units then return value end
    local at, used = 1, 0
    while true do
      local lead = byte(value, at)
      used = used + (lead >= 240 and 2 or 1)
      if used > units then return sub(value, 1, at - 1) end
      at = at + (lead < 128 and 1 or lead < 224 and 2 or lead < 240 and 3 or 4)
    end
  end

  -- Anything below space but tab and line ends, and DEL.
  function text.has_control(value)
    local at = find(value, '%c')
    while at do
      local code = byte(value, at)
      if code ~= 9 and code ~= 10 and code ~= 13 then return true end
      at = find(value, '%c', at + 1)
    end
    return false
  end

  -- The same white space as JavaScript's trim.
  local wide_space = {
    ['\194\160'] = true, ['\225\154\128'] = true, ['\226\128\168'] = true, ['\226\128\169'] = true,
    ['\226\128\175'] = true, ['\226\129\159'] = true, ['\227\128\128'] = true, ['\239\187\191'] = true,
  }
  for last = 128, 138 do wide_space['\226\128' .. string.char(last)] = true end

  local function space_at(value, from)
    local code = byte(value, from)
    if code == nil then return 0 end
    if code == 32 or (code >= 9 and code <= 13) then return 1 end
    if code < 128 then return 0 end
    if wide_space[sub(value, from, from + 1)] then return 2 end
    if wide_space[sub(value, from, from + 2)] then return 3 end
    return 0
  end

  local function space_before(value, last)
    local code = byte(value, last)
    if code == nil then return 0 end
    if code == 32 or (code >= 9 and code <= 13) then return 1 end
    if code < 128 then return 0 end
    if last >= 3 and wide_space[sub(value, last - 2, last)] then return 3 end
    if last >= 2 and wide_space[sub(value, last - 1, last)] then return 2 end
    return 0
  end

  function text.trim(value)
    local first, last = 1, #value
    local size = space_at(value, first)
    while size > 0 do
      first = first + size
      size = space_at(value, first)
    end
    if first > last then return '' end
    size = space_before(value, last)
    while size > 0 do
      last = last - size
      size = space_before(value, last)
    end
    if first == 1 and last == #value then return value end
    return sub(value, first, last)
  end

  local function distance(a, b)
    local row = {}
    for j = 0, #b do row[j] = j end
    for i = 1, #a do
      local diagonal = row[0]
      row[0] = i
      for j = 1, #b do
        local above = row[j]
        local cost = byte(a, i) == byte(b, j) and 0 or 1
        row[j] = math.min(above + 1, row[j - 1] + 1, diagonal + cost)
        diagonal = above
      end
    end
    return row[#b]
  end

  local function folded(name) return (gsub(lower(name), '[_%-%s]', '')) end

  -- The candidate that is spelled most like `name`; nil when the name is too long to be a slip.
  function text.nearest(name, candidates)
    if #name > 40 then return nil end
    local wanted = folded(name)
    local best, best_distance
    for i = 1, #candidates do
      local found = distance(wanted, folded(candidates[i]))
      if best == nil or found < best_distance then
        best, best_distance = candidates[i], found
      end
    end
    return best
  end
end
