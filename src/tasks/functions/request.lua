-- The envelope of a write: who wants what, and what guards it.

local request = {}

do
  local floor, format = math.floor, string.format
  local null = json.null
  local add = problems.add
  local EMPTY = json.EMPTY

  -- A megabyte of body, as REST allows, and room for the envelope.
  local most_bytes = 1048576 + 65536

  local known = { 'operation', 'id', 'body', 'actor', 'idempotencyKey', 'expectedRev', 'nonce', 'cause', 'access' }
  local operations = { create = true, update = true, delete = true, restore = true }
  local is_known = {}
  for _, name in ipairs(known) do is_known[name] = true end

  local function given(value)
    if value == null then return nil end
    return value
  end

  local function check_name(errors, field, value, most)
    if type(value) ~= 'string' or text.trim(value) == '' or text.length(value) > most or text.has_control(value) then
      add(errors, field, format('must be a text of 1 to %d characters', most))
    end
  end

  local function operation_of(errors, envelope)
    local operation = given(envelope.operation)
    if operations[operation] then return operation end
    if operation ~= nil then
      add(errors, 'operation', 'must be create, update, delete or restore',
        type(operation) == 'string' and text.nearest(operation, { 'create', 'update', 'delete', 'restore' }) or nil)
    elseif given(envelope.body) == nil then
      add(errors, 'operation', 'is needed where there is no body: delete')
    else
      return given(envelope.id) ~= nil and 'update' or 'create'
    end
    return nil
  end

  -- A guard may stand beside the body or in it.
  local function guard(errors, envelope, values, field)
    local outside, inside = given(envelope[field]), given(values[field])
    values[field] = nil
    if outside ~= nil and inside ~= nil and outside ~= inside then
      add(errors, field, 'is given twice, with different values')
    end
    if outside ~= nil then return outside end
    return inside
  end

  local function check_guards(errors, result)
    local rev = result.expected_rev
    if result.operation == 'create' and result.id ~= nil then
      add(errors, 'id', 'is given by the server; leave it out')
    elseif result.operation ~= 'create' and result.operation ~= nil and result.id == nil then
      add(errors, 'id', 'is needed')
    end
    if rev ~= nil then
      if result.operation == 'create' then
        add(errors, 'expectedRev', 'has no meaning for a new task; leave it out')
      elseif type(rev) ~= 'number' or rev < 1 or rev ~= floor(rev) then
        add(errors, 'expectedRev', 'must be the rev of the task that you read, a whole number from 1')
      end
    end
    if result.idempotency_key ~= nil then check_name(errors, 'idempotencyKey', result.idempotency_key, 255) end
    check_name(errors, 'actor', result.actor, 128)
    if result.nonce ~= nil and type(result.nonce) ~= 'string' then add(errors, 'nonce', 'must be a string') end
    if result.cause ~= nil and result.cause ~= 'undo' and result.cause ~= 'resolve' then
      add(errors, 'cause', 'must be undo or resolve; leave it out for any other write')
    end
  end

  local function read_body(errors, envelope, operation)
    if operation == 'delete' or operation == 'restore' or operation == nil then return {}, {} end
    local source = given(envelope.body)
    if not json.is_object(source) then
      add(errors, 'body', 'must be an object with the fields of the task')
      return nil
    end
    return body.read(errors, source)
  end

  local function unknown_names(errors, envelope)
    for name in pairs(envelope) do
      if not is_known[name] and name ~= EMPTY then
        add(errors, name, 'is not known beside the body', text.nearest(name, known))
      end
    end
  end

  -- Answers the request, or nil and the reply that refuses it. Problems of single fields stay in request.errors, so
  -- that they are told together with those that only the task itself shows.
  function request.read(source, is_utf8)
    if #source > most_bytes then
      return nil, problems.reply('body_too_large', 'The body may have 1 MiB at most')
    end
    if not is_utf8 and not text.is_utf8(source) then
      return nil, problems.reply('invalid_json', 'The text is not UTF-8')
    end
    local ok, envelope = json.read(source)
    if not ok then return nil, problems.reply('invalid_json', envelope) end
    if not json.is_object(envelope) then
      return nil, problems.invalid_input({ { 'body', 'must be an object' } })
    end
    local errors = {}
    unknown_names(errors, envelope)
    local operation = operation_of(errors, envelope)
    local values, spelled = read_body(errors, envelope, operation)
    if not values then return nil, problems.invalid_input(errors) end
    local result = {
      operation = operation,
      id = given(envelope.id),
      actor = given(envelope.actor),
      nonce = given(envelope.nonce),
      cause = given(envelope.cause),
      access = access.read(errors, given(envelope.access)),
      expected_rev = guard(errors, envelope, values, 'expectedRev'),
      idempotency_key = guard(errors, envelope, values, 'idempotencyKey'),
      values = values, spelled = spelled, errors = errors,
    }
    local before = #errors
    check_guards(errors, result)
    if given(envelope.access) ~= nil and not result.access then return nil, problems.invalid_input(errors) end
    if operation == nil or #errors > before then return nil, problems.invalid_input(errors) end
    return result
  end
end
