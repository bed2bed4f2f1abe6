-- The task document: its fields in the order in which they are written, and the JSON of it.

local document = {}

do
  local concat, format = table.concat, string.format
  local null = cjson.null
  local quote = json.string
  local quote_or_null = json.string_or_null

  -- What both sides hold, in the document's order. planId is bookkeeping of the task, not content.
  document.content_fields = {
    'bucketId', 'title', 'description', 'percentComplete', 'priority', 'startDateTime', 'dueDateTime',
    'assigneeIds', 'appliedCategories', 'checklist', 'references',
  }
  document.read_only_fields = { 'id', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy', 'rev', 'sync' }

  document.decode = cjson.decode

  -- A document that says nothing yet.
  function document.blank()
    return {
      planId = null, bucketId = null, title = null, description = '', percentComplete = 0, priority = 5,
      startDateTime = null, dueDateTime = null, assigneeIds = {}, appliedCategories = {}, checklist = {},
      references = {}, rev = 0,
      sync = { state = 'local', plannerId = null, syncedRev = null, syncedAt = null, webUrl = null, error = null },
    }
  end

  local function strings(list)
    local count = #list
    if count == 0 then return '[]' end
    local parts = {}
    for i = 1, count do parts[i] = quote(list[i]) end
    return '[' .. concat(parts, ',') .. ']'
  end

  local function checklist(rows)
    local count = #rows
    if count == 0 then return '[]' end
    local parts = {}
    for i = 1, count do
      local row = rows[i]
      parts[i] = '{"id":' .. quote(row.id) .. ',"title":' .. quote(row.title)
        .. ',"isChecked":' .. (row.isChecked == true and 'true}' or 'false}')
    end
    return '[' .. concat(parts, ',') .. ']'
  end

  local function references(rows)
    local count = #rows
    if count == 0 then return '[]' end
    local parts = {}
    for i = 1, count do
      local row = rows[i]
      parts[i] = '{"url":' .. quote(row.url) .. ',"alias":' .. quote_or_null(row.alias)
        .. ',"type":' .. quote_or_null(row.type) .. '}'
    end
    return '[' .. concat(parts, ',') .. ']'
  end

  local function editor(value)
    return '{"kind":"' .. value.kind .. '","id":' .. quote_or_null(value.id) .. '}'
  end

  local function sync_error(value)
    if value == nil or value == null then return 'null' end
    return '{"code":' .. quote(value.code) .. ',"message":' .. quote(value.message) .. ',"advice":'
      .. quote(value.advice) .. ',"at":' .. quote(value.at) .. '}'
  end

  local function sync_part(value)
    local synced_rev = value.syncedRev
    return '{"state":"' .. value.state .. '","plannerId":' .. quote_or_null(value.plannerId)
      .. ',"syncedRev":' .. ((synced_rev == nil or synced_rev == null) and 'null' or format('%d', synced_rev))
      .. ',"syncedAt":' .. quote_or_null(value.syncedAt) .. ',"webUrl":' .. quote_or_null(value.webUrl)
      .. ',"error":' .. sync_error(value.error) .. '}'
  end

  -- Times, ids and kinds were checked when they were read and need no escaping. One long concatenation is one
  -- allocation, which shows on the path of every write.
  local function time_or_null(value)
    if value == null then return 'null' end
    return '"' .. value .. '"'
  end

  function document.encode(task)
    return '{"id":"' .. task.id .. '","planId":' .. quote_or_null(task.planId)
      .. ',"bucketId":' .. quote_or_null(task.bucketId)
      .. ',"title":' .. quote(task.title) .. ',"description":' .. quote(task.description)
      .. ',"percentComplete":' .. format('%d', task.percentComplete) .. ',"priority":' .. format('%d', task.priority)
      .. ',"startDateTime":' .. time_or_null(task.startDateTime) .. ',"dueDateTime":' .. time_or_null(task.dueDateTime)
      .. ',"assigneeIds":' .. strings(task.assigneeIds) .. ',"appliedCategories":' .. strings(task.appliedCategories)
      .. ',"checklist":' .. checklist(task.checklist) .. ',"references":' .. references(task.references)
      .. ',"createdAt":"' .. task.createdAt .. '","createdBy":' .. editor(task.createdBy)
      .. ',"updatedAt":"' .. task.updatedAt .. '","updatedBy":' .. editor(task.updatedBy)
      .. ',"rev":' .. format('%d', task.rev) .. ',"sync":' .. sync_part(task.sync) .. '}'
  end
end
