-- What the caller calls things: fields by all their spellings, and the nearest known name for what is not known.

local body = {}

do
  local sort, format = table.sort, string.format
  local add = problems.add
  local EMPTY = json.EMPTY

  local spellings = {
    plan_id = 'planId',
    bucket_id = 'bucketId',
    percent_complete = 'percentComplete',
    due_date = 'dueDateTime', dueDate = 'dueDateTime', due_date_time = 'dueDateTime',
    start_date = 'startDateTime', startDate = 'startDateTime', start_date_time = 'startDateTime',
    assignee_ids = 'assigneeIds',
    applied_categories = 'appliedCategories',
    agent_notes = 'agentNotes',
    expected_rev = 'expectedRev',
    idempotency_key = 'idempotencyKey',
  }
  local writable = { 'planId', 'agentNotes' }
  for _, field in ipairs(document.content_fields) do writable[#writable + 1] = field end
  for _, field in ipairs(writable) do spellings[field] = field end
  for _, field in ipairs(document.read_only_fields) do spellings[field] = field end
  spellings.expectedRev, spellings.idempotencyKey = 'expectedRev', 'idempotencyKey'

  -- What people write and no likeness of letters would find.
  local meant = {
    name = 'title', subject = 'title', summary = 'title', task = 'title',
    notes = 'description', note = 'description', body = 'description', content = 'description',
    details = 'description', text = 'description',
    status = 'percentComplete', progress = 'percentComplete', completed = 'percentComplete',
    complete = 'percentComplete', done = 'percentComplete', percent = 'percentComplete',
    importance = 'priority', urgency = 'priority',
    due = 'dueDateTime', deadline = 'dueDateTime', dueAt = 'dueDateTime',
    start = 'startDateTime', startAt = 'startDateTime',
    assignedTo = 'assigneeIds', assigned_to = 'assigneeIds', assignee = 'assigneeIds', assignees = 'assigneeIds',
    assignments = 'assigneeIds', owner = 'assigneeIds', users = 'assigneeIds',
    labels = 'appliedCategories', label = 'appliedCategories', categories = 'appliedCategories',
    category = 'appliedCategories', tags = 'appliedCategories',
    items = 'checklist', subtasks = 'checklist', steps = 'checklist', todos = 'checklist',
    checklistItems = 'checklist',
    links = 'references', attachments = 'references', urls = 'references', url = 'references',
    bucket = 'bucketId', column = 'bucketId', plan = 'planId', board = 'planId', project = 'planId',
  }

  local most_suggestions = 20

  local function report_unknown(errors, names)
    sort(names)
    for i, name in ipairs(names) do
      local suggestion = meant[name] or (i <= most_suggestions and text.nearest(name, writable)) or nil
      add(errors, name, 'is not a known field' .. (suggestion and format('; did you mean "%s"?', suggestion) or ''),
        suggestion)
    end
  end

  local function report_twice(errors, field, names)
    sort(names)
    for i = 2, #names do
      add(errors, names[i], format('is the same field as "%s" (%s); send it once', names[1], field), field)
    end
  end

  -- Answers {canonical name: value} and {canonical name: the caller's spelling}.
  function body.read(errors, source)
    local values, spelled, unknown, twice = {}, {}, nil, nil
    for name, value in pairs(source) do
      local field = spellings[name]
      if field == nil then
        if name ~= EMPTY then
          unknown = unknown or {}
          unknown[#unknown + 1] = name
        end
      elseif spelled[field] ~= nil then
        twice = twice or {}
        twice[field] = twice[field] or { spelled[field] }
        table.insert(twice[field], name)
      else
        values[field], spelled[field] = value, name
      end
    end
    if twice then
      for field, names in pairs(twice) do report_twice(errors, field, names) end
    end
    if unknown then report_unknown(errors, unknown) end
    return values, spelled
  end
end
