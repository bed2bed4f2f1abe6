-- Strings as people count and see them: UTF-8, code points, white space. Nothing here may take more than linear time:
-- Redis serves nobody else meanwhile.

local text = {}

do
  local find, gsub, sub, byte, lower = string.find, string.gsub, string.sub, string.byte, string.lower

  -- Lead bytes and continuation bytes do not overlap, so each well-formed sequence can be blanked out on its own;
  -- whatever is not ASCII afterwards was malformed (overlong forms, surrogates and beyond U+10FFFF among it).
  local well_formed = {
    '[\194-\223][\128-\191]',
    '\224[\160-\191][\128-\191]',
    '[\225-\236\238\239][\128-\191][\128-\191]',
    '\237[\128-\159][\128-\191]',
    '\240[\144-\191][\128-\191][\128-\191]',
    '[\241-\243][\128-\191][\128-\191][\128-\191]',
    '\244[\128-\143][\128-\191][\128-\191]',
  }

  function text.is_utf8(value)
    if not find(value, '[\128-\255]') then return true end
    for i = 1, #well_formed do value = gsub(value, well_formed[i], '.') end
    return not find(value, '[\128-\255]')
  end

  -- In code points.
  function text.length(value)
    if not find(value, '[\128-\255]') then return #value end
    local _, count = gsub(value, '[^\128-\191]', '')
    return count
  end

  -- Anything below space but tab and line ends, and DEL.
  function text.has_control(value)
    return find(value, '[%z\1-\8\11\12\14-\31\127]') ~= nil
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
