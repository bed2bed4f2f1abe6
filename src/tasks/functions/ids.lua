-- Task ids are ULIDs, checklist rows have GUIDs (Planner wants them as keys).

local ids = {}

do
  local match, sub, format, lower, find = string.match, string.sub, string.format, string.lower, string.find
  local floor = math.floor
  local sha1hex = redis.sha1hex
  local alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  local digits = {}
  for i = 0, 31 do digits[i] = sub(alphabet, i + 1, i + 1) end

  local drawn = 0

  -- 160 bits that nobody can guess who does not know the nonce, and that never come twice: `drawn` tells apart two
  -- draws of one microsecond.
  function ids.seed(nonce, now)
    drawn = drawn + 1
    return sha1hex(nonce .. ':' .. now.ms .. ':' .. now.micros .. ':' .. drawn)
  end

  -- Two characters at a time: half the steps on the way of every create.
  local pairs_of_digits = {}
  for i = 0, 1023 do pairs_of_digits[i] = digits[floor(i / 32)] .. digits[i % 32] end

  local function encode_40_bits(number)
    local a = floor(number / 1073741824)
    local b = floor(number / 1048576) % 1024
    local c = floor(number / 1024) % 1024
    return pairs_of_digits[a] .. pairs_of_digits[b] .. pairs_of_digits[c] .. pairs_of_digits[number % 1024]
  end

  -- 10 characters of time, 16 of the seed's first 80 bits (two halves of 40 bits, which a double holds exactly).
  function ids.ulid(ms, seed)
    return pairs_of_digits[floor(ms / 1099511627776)] .. encode_40_bits(ms % 1099511627776)
      .. encode_40_bits(tonumber(sub(seed, 1, 10), 16)) .. encode_40_bits(tonumber(sub(seed, 11, 20), 16))
  end

  -- When a task's id was made (ms).
  function ids.time_of(id)
    local ms = 0
    for i = 1, 10 do ms = ms * 32 + find(alphabet, sub(id, i, i), 1, true) - 1 end
    return ms
  end

  function ids.guid(seed)
    local variant = digits[8 + tonumber(sub(seed, 17, 17), 16) % 4]
    return lower(format('%s-%s-4%s-%s%s-%s', sub(seed, 1, 8), sub(seed, 9, 12), sub(seed, 14, 16), variant,
      sub(seed, 18, 20), sub(seed, 21, 32)))
  end

  function ids.is_task_id(value)
    return type(value) == 'string' and #value == 26 and find(value, '^[0-7][0-9A-HJKMNP-TV-Z]*$') ~= nil
  end

  -- The GUID in lower case, or nil.
  function ids.to_guid(value)
    if #value ~= 36 then return nil end
    if not match(value, '^%x%x%x%x%x%x%x%x%-%x%x%x%x%-%x%x%x%x%-%x%x%x%x%-%x%x%x%x%x%x%x%x%x%x%x%x$') then return nil end
    return lower(value)
  end
end
