-- The fields with one value: what an agent may write, and what the document then holds. A reader answers nil when it
-- has added a problem; null clears.

local fields = { read = {} }

do
  local floor = math.floor
  local find, format, lower, match, sub = string.find, string.format, string.lower, string.match, string.sub
  local null = json.null
  local add = problems.add
  local read = fields.read

  local named = { string = 'a string', number = 'a number', boolean = 'true or false', table = 'a list or an object' }

  function fields.kind_of(value)
    if value == null then return 'null' end
    return named[type(value)]
  end

  -- A string without control characters; nil after adding the problem.
  function fields.plain_string(errors, field, value)
    if type(value) ~= 'string' then
      add(errors, field, 'must be a string, not ' .. fields.kind_of(value))
      return nil
    end
    if text.has_control(value) then
      add(errors, field, find(value, json.HALF, 1, true)
        and 'must not hold half of a character (a surrogate without its other half)'
        or 'must not hold control characters other than tabs and line ends')
      return nil
    end
    return value
  end

  -- A string of 1 to `most` code points after trimming.
  function fields.trimmed_string(errors, field, value, most)
    if value == null then
      add(errors, field, 'cannot be empty')
      return nil
    end
    local plain = fields.plain_string(errors, field, value)
    if plain == nil then return nil end
    local trimmed = text.trim(plain)
    local length = text.length(trimmed)
    if length == 0 then
      add(errors, field, 'cannot be empty')
      return nil
    end
    if length > most then
      add(errors, field, format('must have at most %d characters, has %d', most, length))
      return nil
    end
    return trimmed
  end

  function read.title(errors, field, value, settings)
    return fields.trimmed_string(errors, field, value, settings.title_max)
  end

  -- A person may have written more than our limit: then it may still shrink.
  function read.description(errors, field, value, settings, known)
    if value == null then return '' end
    local plain = fields.plain_string(errors, field, value)
    if plain == nil then return nil end
    local length, most = text.units(plain), settings.description_max
    if length > most and length >= text.units(known) then
      add(errors, field, format('must have at most %d characters, has %d', most, length))
      return nil
    end
    return plain
  end

  -- The description with the agents' section as wanted: people's words around it stay.
  function fields.with_agent_notes(errors, field, value, settings, description)
    local notes = value == null and '' or fields.plain_string(errors, field, value)
    if notes == nil then return nil end
    notes = agent_notes.normalise(notes)
    if agent_notes.has_marker(notes) then
      add(errors, field, 'must not hold the lines that mark the section')
      return nil
    end
    local result = agent_notes.put(description, notes, settings.description_max)
    if not result then
      add(errors, field, format('has no room: the other text of the description fills its %d characters',
        settings.description_max))
    end
    return result
  end

  -- Planner's own ids: 28 characters of a URL-safe alphabet; how long they are is Planner's business.
  local function planner_id(errors, field, value)
    if value == null then return null end
    if type(value) ~= 'string' then
      add(errors, field, 'must be a string or null, not ' .. fields.kind_of(value))
      return nil
    end
    if #value > 128 or not find(value, '^[A-Za-z0-9_-]+$') then
      add(errors, field, 'must be an id from Planner: letters, digits, "-" and "_"')
      return nil
    end
    return value
  end
  read.bucketId = planner_id
  read.planId = planner_id

  local function integer(errors, field, value, most)
    if type(value) ~= 'number' then
      add(errors, field, format('must be a whole number from 0 to %d, not %s', most, fields.kind_of(value)))
      return nil
    end
    if not (value >= 0 and value <= most and value == floor(value)) then
      add(errors, field, format('must be a whole number from 0 to %d', most))
      return nil
    end
    return value
  end

  function read.percentComplete(errors, field, value)
    if value == null then return 0 end
    return integer(errors, field, value, 100)
  end

  function read.priority(errors, field, value)
    if value == null then return 5 end
    return integer(errors, field, value, 10)
  end

  local function date_time(errors, field, value)
    if value == null then return null end
    local normalised = type(value) == 'string' and time.normalise(text.trim(value))
    if not normalised then
      add(errors, field, 'must be a date such as 2026-12-01 or 2026-12-01T10:00:00Z')
      return nil
    end
    return normalised
  end
  read.startDateTime = date_time
  read.dueDateTime = date_time

  -- A user's object id; Planner knows people by nothing else.
  function fields.assignee_id(errors, field, value)
    local id = type(value) == 'string' and ids.to_guid(value)
    if id then return id end
    add(errors, field, 'must be the object id (a GUID) of a user in the directory')
    return nil
  end

  function fields.category(errors, field, value)
    local number = type(value) == 'string' and match(value, '^category([1-9]%d?)$')
    if number and tonumber(number) <= 25 then return value end
    add(errors, field, 'must be one of category1 to category25')
    return nil
  end

  -- An absolute http or https URL with scheme and host in lower case, the rest as it came; nil when it is not one.
  function fields.normalised_url(value)
    if #value > 2100 then return nil end
    local url = text.trim(value)
    if find(url, '[%c%s]') or text.length(url) > 2048 then return nil end
    local scheme, authority, rest = match(url, '^([A-Za-z]+)://([^/?#\\]+)(.*)$')
    scheme = scheme and lower(scheme)
    if scheme ~= 'http' and scheme ~= 'https' then return nil end
    local user, host_and_port = match(authority, '^(.*@)([^@]*)$')
    host_and_port = host_and_port or authority
    local host, port = match(host_and_port, '^(%[[%x:.]+%])(.*)$')
    if not host then host, port = match(host_and_port, '^([A-Za-z0-9_.\128-\255-]+)(.*)$') end
    if not host or not find(host, '[%w\128-\255]') then return nil end
    if port ~= '' then
      local number = tonumber(match(port, '^:(%d%d?%d?%d?%d?)$'))
      if not number or number > 65535 then return nil end
    end
    return scheme .. '://' .. (user or '') .. lower(host) .. port .. rest
  end

  function fields.url(errors, field, value)
    local url = type(value) == 'string' and fields.normalised_url(value)
    if url then return url end
    add(errors, field, 'must be an absolute http or https URL of at most 2048 characters')
    return nil
  end

  local reference_types = { powerpoint = 'PowerPoint', word = 'Word', excel = 'Excel', other = 'Other' }

  function fields.reference_type(errors, field, value)
    if value == null then return null end
    local known = type(value) == 'string' and reference_types[lower(sub(value, 1, 20))]
    if known then return known end
    add(errors, field, 'must be PowerPoint, Word, Excel, Other or null')
    return nil
  end

  function fields.alias(errors, field, value)
    if value == null then return null end
    local plain = fields.plain_string(errors, field, value)
    if plain == nil then return nil end
    local trimmed = text.trim(plain)
    return trimmed == '' and null or trimmed
  end

  function fields.checked(errors, field, value)
    if value == null then return false end
    if type(value) == 'boolean' then return value end
    add(errors, field, 'must be true or false, not ' .. fields.kind_of(value))
    return nil
  end
end
