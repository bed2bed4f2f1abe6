-- The fields with several values. All four are keyed: an array adds and changes by key and never removes, because the
-- writer may not have seen a person's new row; with a current expectedRev it replaces.
-- A merge answers the new list and the keys that changed, or nil after adding problems.

local lists = { merge = {} }

do
  local format = string.format
  local add = problems.add

  -- Beyond this nobody reads the single problems, and checking them would hold up Redis.
  local most_entries = 200

  function lists.too_long(errors, field, list, most)
    if #list <= most_entries then return false end
    add(errors, field, format('must have at most %d entries, has %d', most, #list))
    return true
  end

  -- A person may have filled a list beyond our limit: then it may still shrink.
  function lists.within(errors, field, result, current, most)
    if #result <= most or #result <= #current then return true end
    add(errors, field, format('would have %d entries, at most %d are possible', #result, most))
    return false
  end
end
