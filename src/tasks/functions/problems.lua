-- What a caller is told when a write is refused: the same catalogue as src/domain/problem.ts.

local problems = {}

do
  local concat = table.concat

  local catalogue = {
    invalid_json = { 400, 'The body is not valid JSON' },
    invalid_input = { 400, 'The request has problems' },
    not_found = { 404, 'Not found' },
    deleted = { 404, 'The task was deleted' },
    stale_revision = { 409, 'The task has changed since' },
    plan_not_found = { 404, 'There is no such plan' },
    write_policy = { 403, 'Not for this key to change' },
    not_deleted = { 409, 'The task is not deleted' },
    body_too_large = { 413, 'The body is too large' },
    idempotency_key_reused = { 422, 'The key was used for another request' },
    plan_not_linked = { 422, 'The plan is not linked' },
  }

  -- A body of a megabyte can have a hundred thousand problems; nobody reads them.
  local most = 100

  -- errors: list of {field, message, suggestion}; current: JSON text.
  function problems.reply(code, detail, errors, current)
    local entry = catalogue[code]
    local parts = {
      '{"type":"about:blank","title":', json.string(entry[2]), ',"status":', entry[1],
      ',"code":"', code, '","detail":', json.string(detail),
    }
    if errors then
      local listed = {}
      for i = 1, math.min(#errors, most) do
        local one = errors[i]
        listed[i] = '{"field":' .. json.string(one[1]) .. ',"message":' .. json.string(one[2])
          .. (one[3] and ',"suggestion":' .. json.string(one[3]) or '') .. '}'
      end
      parts[#parts + 1] = ',"errors":[' .. concat(listed, ',') .. ']'
    end
    if current then parts[#parts + 1] = ',"current":' .. current end
    parts[#parts + 1] = '}'
    return { status = entry[1], json = concat(parts), id = '', rev = 0 }
  end

  function problems.add(errors, field, message, suggestion)
    errors[#errors + 1] = { field, message, suggestion }
  end

  function problems.invalid_input(errors)
    local count = #errors
    local detail = count == 1 and errors[1][1] .. ': ' .. errors[1][2]
      or count .. ' fields have problems'
    if count > most then detail = count .. ' problems; the first ' .. most .. ' are listed' end
    return problems.reply('invalid_input', detail, errors)
  end
end
