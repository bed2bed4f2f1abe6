-- Times are UTC: milliseconds inside, ISO 8601 with `Z` outside.

local time = {}

do
  local match, sub, format, byte, gsub = string.match, string.sub, string.format, string.byte, string.gsub
  local floor = math.floor
  local call = redis.call

  -- Days since 1970-01-01 of a Gregorian date, and back (H. Hinnant, chrono-compatible low-level date algorithms).
  local function to_days(year, month, day)
    if month <= 2 then year = year - 1 end
    local era = floor(year / 400)
    local year_of_era = year - era * 400
    local shifted = month > 2 and month - 3 or month + 9
    local day_of_year = floor((153 * shifted + 2) / 5) + day - 1
    return era * 146097 + year_of_era * 365 + floor(year_of_era / 4) - floor(year_of_era / 100) + day_of_year - 719468
  end

  local function to_date(days)
    days = days + 719468
    local era = floor(days / 146097)
    local day_of_era = days - era * 146097
    local year_of_era = floor((day_of_era - floor(day_of_era / 1460) + floor(day_of_era / 36524)
      - floor(day_of_era / 146096)) / 365)
    local day_of_year = day_of_era - (365 * year_of_era + floor(year_of_era / 4) - floor(year_of_era / 100))
    local shifted = floor((5 * day_of_year + 2) / 153)
    local month = shifted < 10 and shifted + 3 or shifted - 9
    local year = year_of_era + era * 400
    if month <= 2 then year = year + 1 end
    return year, month, day_of_year - floor((153 * shifted + 2) / 5) + 1
  end

  local cached_day, cached_date

  -- With milliseconds: 2026-11-22T19:48:00.123Z
  function time.to_iso(ms)
    local day = floor(ms / 86400000)
    if day ~= cached_day then
      local year, month, date = to_date(day)
      cached_day, cached_date = day, format('%04d-%02d-%02dT', year, month, date)
    end
    local rest = ms - day * 86400000
    local seconds = floor(rest / 1000)
    return cached_date .. format('%02d:%02d:%02d.%03dZ', floor(seconds / 3600), floor(seconds / 60) % 60,
      seconds % 60, rest % 1000)
  end

  -- A clock that was set back further than this was wrong before, and is believed.
  local longest_hold_ms = 86400000

  -- Redis' own clock, {ms, iso, micros}, held up when the machine's clock jumps back: then time goes on at half its speed
  -- until the machine has caught up, so that no later write looks older than an earlier one. The highest time is kept
  -- once a second (`clock`), and during such a time where it began (`clockHold`); both as read from the settings.
  function time.steady(ns, clock, hold)
    local parts = call('TIME')
    local raw = parts[1] * 1000 + floor(parts[2] / 1000)
    local highest, ms = tonumber(clock) or 0, raw
    if highest - raw > longest_hold_ms then
      highest, hold = 0, nil
      call('HDEL', keys.config(ns), 'clockHold')
    end
    if hold then
      local base, at = match(hold, '^(%d+):(%d+)$')
      ms = math.max(raw, base + floor((raw - at) / 2))
    end
    if ms < highest then
      ms = highest + 1000
      call('HSET', keys.config(ns), 'clockHold', format('%.0f:%.0f', ms, raw))
    elseif hold and raw >= ms then
      call('HDEL', keys.config(ns), 'clockHold')
    end
    if ms >= highest + 1000 then call('HSET', keys.config(ns), 'clock', format('%.0f', ms)) end
    return { ms = ms, iso = time.to_iso(ms), micros = parts[2] }
  end

  function time.now(ns)
    local known = call('HMGET', keys.config(ns), 'clock', 'clockHold')
    return time.steady(ns, known[1], known[2])
  end

  local month_days = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 }

  local function days_in(year, month)
    if month == 2 and year % 4 == 0 and (year % 100 ~= 0 or year % 400 == 0) then return 29 end
    return month_days[month]
  end

  -- Minutes east of UTC; nil when it is not a zone. No zone means UTC.
  local function to_offset(zone)
    if zone == '' or zone == 'Z' or zone == 'z' then return 0 end
    local sign, hours, minutes = match(zone, '^([+-])(%d%d):?(%d%d)$')
    if not sign then
      sign, hours = match(zone, '^([+-])(%d%d)$')
      minutes = 0
    end
    if not sign then return nil end
    hours, minutes = tonumber(hours), tonumber(minutes)
    if hours > 23 or minutes > 59 then return nil end
    return (sign == '-' and -1 or 1) * (hours * 60 + minutes)
  end

  -- Seconds of the day, milliseconds and offset in minutes; nil when it is not a time of day.
  local function to_clock(rest)
    if rest == '' then return 0, 0, 0 end
    local hour, minute, after = match(rest, '^[Tt ](%d%d):(%d%d)(.*)$')
    if not hour then return nil end
    local second, ms = 0, 0
    local with_second, after_second = match(after, '^:(%d%d)(.*)$')
    if with_second then
      second, after = tonumber(with_second), after_second
      local fraction, after_fraction = match(after, '^[.,](%d+)(.*)$')
      if fraction then
        ms, after = tonumber(sub(fraction .. '00', 1, 3)), after_fraction
      end
    end
    hour, minute = tonumber(hour), tonumber(minute)
    local offset = to_offset(after)
    if hour > 23 or minute > 59 or second > 59 or not offset then return nil end
    return hour * 3600 + minute * 60 + second, ms, offset
  end

  -- What an agent may write, as the document holds it: `YYYY-MM-DDTHH:MM:SSZ`, with `.mmm` only where it is not zero.
  -- nil when it is not a time.
  function time.normalise(value)
    if #value > 40 then return nil end
    local year, month, day, rest = match(value, '^(%d%d%d%d)%-(%d%d)%-(%d%d)(.*)$')
    if not year then return nil end
    year, month, day = tonumber(year), tonumber(month), tonumber(day)
    if year < 1 or month < 1 or month > 12 or day < 1 or day > days_in(year, month) then return nil end
    local seconds, ms, offset = to_clock(rest)
    if not seconds then return nil end
    seconds = seconds - offset * 60
    if seconds < 0 or seconds >= 86400 then
      local moved = floor(seconds / 86400)
      seconds = seconds - moved * 86400
      year, month, day = to_date(to_days(year, month, day) + moved)
      if year < 1 or year > 9999 then return nil end
    end
    local fraction = ms > 0 and format('.%03d', ms) or ''
    return format('%04d-%02d-%02dT%02d:%02d:%02d', year, month, day, floor(seconds / 3600),
      floor(seconds / 60) % 60, seconds % 60) .. fraction .. 'Z'
  end

  -- Digits of a normalised time as numbers: comparing strings would ask the server's locale. Two numbers, because
  -- seventeen digits are more than a double holds.
  local function comparable(value)
    local whole = tonumber((gsub(sub(value, 1, 19), '%D', '')))
    return whole, byte(value, 20) == 46 and tonumber(sub(value, 21, 23)) or 0
  end

  function time.is_after(a, b)
    local whole_a, ms_a = comparable(a)
    local whole_b, ms_b = comparable(b)
    if whole_a ~= whole_b then return whole_a > whole_b end
    return ms_a > ms_b
  end
end
