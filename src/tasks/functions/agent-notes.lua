-- The agents' own section of a description: the twin of src/domain/agent-notes.ts, which says what it is.

local agent_notes = {}

do
  local find, gsub, sub, match = string.find, string.gsub, string.sub, string.match
  local start_marker, end_marker = '--- agent notes ---', '--- end of agent notes ---'
  local cut_mark = '…'

  local function is_marker(line, marker)
    if #line > 80 then return false end
    return match(gsub(line, '[ \t\r]+$', ''), '^[ \t]*(.*)$') == marker
  end

  local function without_line_end(value)
    if sub(value, -1) ~= '\n' then return value end
    return sub(value, 1, sub(value, -2, -2) == '\r' and -3 or -2)
  end

  -- {before, notes, tail}, or nil. `tail` is nil when nothing follows the section.
  function agent_notes.find(description)
    local at, start, notes_at = 1, nil, nil
    while true do
      local stop = find(description, '\n', at, true)
      local line = sub(description, at, stop and stop - 1 or -1)
      if stop and is_marker(line, start_marker) then start, notes_at = at, stop + 1 end
      if start and is_marker(line, end_marker) then
        return {
          before = sub(description, 1, start - 1),
          notes = without_line_end(sub(description, notes_at, at - 1)),
          tail = stop and sub(description, stop + 1) or nil,
        }
      end
      if not stop then return nil end
      at = stop + 1
    end
  end

  function agent_notes.words_of(description)
    local found = agent_notes.find(description)
    if not found then return description end
    if found.tail then return found.before .. found.tail end
    return without_line_end(without_line_end(found.before))
  end

  -- The section's lines end as people's do.
  local function line_end_of(words)
    return (find(words, '\r\n', 1, true) or sub(words, -1) == '\r') and '\r\n' or '\n'
  end

  local function cut(lines, room, line_end)
    local kept = gsub(text.head(lines, math.max(0, room - 1 - #line_end)), '[ \t\r\n]+$', '')
    return kept == '' and cut_mark or kept .. line_end .. cut_mark
  end

  -- The notes as they would stand: their own line ends are LF.
  function agent_notes.normalise(notes) return text.trim((gsub(gsub(notes, '\r\n', '\n'), '\r', '\n'))) end

  -- Whether notes would end their own section, or begin another.
  function agent_notes.has_marker(notes)
    for line in string.gmatch(notes, '[^\n]+') do
      if is_marker(line, start_marker) or is_marker(line, end_marker) then return true end
    end
    return false
  end

  -- The description with these normalised notes, cut to `limit` where they must be; nil when there is no room for any.
  function agent_notes.put(description, notes, limit)
    if notes == '' then return agent_notes.words_of(description) end
    local found = agent_notes.find(description)
    local before, tail = found and found.before or description, found and found.tail
    local line_end = line_end_of(before .. (tail or ''))
    if not found and before ~= '' then before = before .. line_end .. line_end end
    local after = tail and line_end .. tail or ''
    local open, close = before .. start_marker .. line_end, line_end .. end_marker .. after
    local lines = gsub(notes, '\n', line_end)
    local room = limit - text.units(open) - text.units(close)
    if room < 1 then return nil end
    return open .. (text.units(lines) <= room and lines or cut(lines, room, line_end)) .. close
  end
end
