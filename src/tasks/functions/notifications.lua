-- What Graph notified about: the inbox it is accepted into, the changes of each subscription that wait to be fetched,
-- and the events that agents get. Each function is one step, so that no death in between loses or doubles anything.

local notifications = {}

do
  local call = redis.call
  local encode, decode = cjson.encode, cjson.decode

  -- More waiting than this is refused, so that Graph keeps it and comes again: Redis must not fill up.
  local inbox_max = 200000
  local log_max = 1000
  -- Graph repeats a notification for up to four hours; what was told of so many resources is remembered.
  local told_max = 2000
  local told_seconds = 6 * 3600

  local function count(ns, counts)
    for name, value in pairs(counts) do call('HINCRBY', keys.webhook_counters(ns), name, value) end
  end

  -- counts: {name: number}. Then four texts for each entry: subscription, name, kind, json. Answers how many were
  -- stored, or -1 and stores nothing.
  function notifications.accept(ns, arguments)
    local counts = decode(arguments[1])
    local stored = (#arguments - 1) / 4
    if stored > 0 and call('XLEN', keys.inbox(ns)) + stored > inbox_max then return -1 end
    for at = 2, #arguments, 4 do
      call('XADD', keys.inbox(ns), '*', 'subscription', arguments[at], 'name', arguments[at + 1],
        'kind', arguments[at + 2], 'json', arguments[at + 3])
    end
    count(ns, counts)
    call('HSET', keys.webhook_counters(ns), 'lastReceivedAt', time.now(ns).iso)
    return stored
  end

  -- The type of two changes of which nobody has heard yet, as one. A change after a deletion may be an older one that
  -- came late: then the resource is looked at, and what is not there is told as deleted.
  local function together(held, new)
    if held == 'created' and new == 'updated' then return 'created' end
    return new
  end

  -- Graph names a person by id where a look names the sign-in name of the subscription: the same mail has two paths.
  -- A subscription is about one person, or about people themselves, so whose it is need not be told apart.
  local function told_as(resource)
    return (string.gsub(resource, '^users/[^/]+/', ''))
  end

  local function told_of(ns, name, resource)
    return decode(call('HGET', keys.subscription_told(ns, name), told_as(resource)) or '{}')
  end

  local function is_told(ns, name, resource, change)
    local told = told_of(ns, name, resource)
    if change.changeType == 'deleted' then return told.deleted == true end
    return change.version ~= nil and (change.version == told.version or change.version == told.etag)
  end

  -- Unique, and higher than all before: tells two changes of a resource apart, and the order of their coming. Kept as
  -- text, because cjson writes fourteen digits. It starts from the clock, so that it rises also where its count was lost.
  local function next_mark(ns)
    local mark = call('HINCRBY', keys.webhook_counters(ns), 'mark', 1)
    if mark < 1e12 then mark = call('HINCRBY', keys.webhook_counters(ns), 'mark', time.now(ns).ms .. '000') end
    return string.format('%.0f', mark)
  end

  -- change: {changeType, version, about}; version tells two changes of a resource apart, and is absent where Graph says
  -- nothing that could; about is JSON that only the one who delivers reads. A repeated notification changes nothing;
  -- anything else gets a new mark, so that whoever fetches meanwhile notices.
  local function add(ns, name, resource, change)
    local key = keys.subscription_changes(ns, name)
    local held_json = call('HGET', key, resource)
    local held = held_json and decode(held_json)
    if held and change.version and held.version == change.version and held.latest == change.changeType then return 0 end
    if is_told(ns, name, resource, change) then return 0 end
    local mark = next_mark(ns)
    call('HSET', key, resource, encode({
      mark = mark,
      changeType = held and together(held.changeType, change.changeType) or change.changeType,
      latest = change.changeType,
      version = change.version,
      about = change.about,
      changes = (held and held.changes or 0) + 1,
    }))
    call('ZADD', keys.subscription_order(ns, name), 'NX', mark, resource)
    return 1
  end

  -- Takes entries out of the inbox. group, then four texts for each: entry id, name, resource, change as JSON.
  -- Answers how many were new, then the names of those subscriptions for which nothing had waited before.
  function notifications.move(ns, arguments)
    local group = arguments[1]
    local waited, woken, new, repeated, at_now = {}, {}, 0, 0, time.now(ns).iso
    for at = 2, #arguments, 4 do
      local entry, name, resource = arguments[at], arguments[at + 1], arguments[at + 2]
      -- An entry that another replica has moved since is no longer pending.
      if call('XACK', keys.inbox(ns), group, entry) == 1 then
        call('XDEL', keys.inbox(ns), entry)
        if waited[name] == nil then
          waited[name] = call('HLEN', keys.subscription_changes(ns, name)) > 0
          subscriptions.heard(ns, name, at_now)
        end
        if add(ns, name, resource, decode(arguments[at + 3])) == 0 then
          repeated = repeated + 1
        else
          new = new + 1
          if not waited[name] then woken[#woken + 1] = name end
          waited[name] = true
        end
      end
    end
    if repeated > 0 then count(ns, { repeated = repeated }) end
    return { new, unpack(woken) }
  end

  -- Changes that did not come by a notification: what a look after missed ones has found. name, then two texts for
  -- each: resource, change as JSON. Answers how many were new.
  function notifications.add(ns, arguments)
    local new = 0
    for at = 2, #arguments, 2 do
      new = new + add(ns, arguments[1], arguments[at], decode(arguments[at + 1]))
    end
    return new
  end

  -- The changes that wait longest, at most so many: how many wait, then resource, JSON, resource, JSON, …
  function notifications.take(ns, arguments)
    local name, most = arguments[1], tonumber(arguments[2])
    local key, order = keys.subscription_changes(ns, name), keys.subscription_order(ns, name)
    local taken = { 0 }
    for _, resource in ipairs(call('ZRANGE', order, 0, most - 1)) do
      local held = call('HGET', key, resource)
      if held then
        taken[#taken + 1] = resource
        taken[#taken + 1] = held
      else
        -- Somebody removed the hash, and with it what was waiting.
        call('ZREM', order, resource)
      end
    end
    taken[1] = call('ZCARD', order)
    return taken
  end

  local function remember(ns, name, resource, item, version)
    local key = keys.subscription_told(ns, name)
    call('HSET', key, told_as(resource), encode({
      at = time.now(ns).ms,
      etag = item.etag,
      version = version,
      modified = item.modified,
      deleted = item.deleted,
    }))
    call('EXPIRE', key, told_seconds)
    if call('HLEN', key) <= told_max then return end
    local all, ages = call('HGETALL', key), {}
    for at = 1, #all, 2 do ages[#ages + 1] = { all[at], decode(all[at + 1]).at } end
    table.sort(ages, function(one, other) return one[2] < other[2] end)
    for at = 1, told_max / 2 do call('HDEL', key, ages[at][1]) end
  end

  -- What there is to say of a resource was said already, or something newer.
  local function outcome_of(ns, name, item)
    local told = told_of(ns, name, item.resource)
    if item.deleted then return told.deleted and 'unchanged' or item.outcome end
    if item.etag and item.etag == told.etag then return 'unchanged' end
    if item.modified and told.modified and item.modified < told.modified then return 'outdated' end
    return item.outcome
  end

  local function publish(ns, input, item, outcome)
    if not item.event or outcome ~= item.outcome then return 0 end
    local cursor = call('XADD', keys.notification_stream(ns), 'MAXLEN', '~', input.streamMax, '*', 'event', item.event)
    call('PUBLISH', keys.notifications_channel(ns, item.kind),
      string.sub(item.event, 1, -2) .. ',"cursor":"' .. cursor .. '"}')
    return 1
  end

  local function log(ns, item, outcome)
    call('LPUSH', keys.webhook_log(ns), string.sub(item.log, 1, -2) .. ',"outcome":' .. json.string(outcome) .. '}')
    call('LTRIM', keys.webhook_log(ns), 0, log_max - 1)
  end

  -- input: {name, streamMax, items: [{resource, mark, kind, outcome, event, log, etag, modified, deleted}]}. What has
  -- changed since it was taken is told, and waits on. Answers how many changes wait.
  function notifications.publish(ns, payload)
    local input = decode(payload)
    local key, order = keys.subscription_changes(ns, input.name), keys.subscription_order(ns, input.name)
    local counts = {}
    for _, item in ipairs(input.items) do
      local held_json = call('HGET', key, item.resource)
      -- Gone: another attempt has told it, or the subscription was given up.
      if held_json then
        local held = decode(held_json)
        local outcome = outcome_of(ns, input.name, item)
        local published = publish(ns, input, item, outcome)
        log(ns, item, outcome)
        if outcome ~= 'published' then counts[outcome] = (counts[outcome] or 0) + 1 end
        if published == 1 then
          counts.published = (counts.published or 0) + 1
          local version = held.mark == item.mark and held.version or nil
          remember(ns, input.name, item.resource, item, version)
        end
        call('ZREM', order, item.resource)
        if held.mark == item.mark then
          call('HDEL', key, item.resource)
        else
          -- Behind those that wait already. More than one change may be in it, of which only the newest is held.
          held.changes, held.changeType = 2, held.latest
          call('HSET', key, item.resource, encode(held))
          call('ZADD', order, held.mark, item.resource)
        end
      end
    end
    count(ns, counts)
    if counts.published then call('HSET', keys.webhook_counters(ns), 'lastPublishedAt', time.now(ns).iso) end
    return call('ZCARD', order)
  end

  -- A subscription that nobody wants any more: nothing of it waits.
  function notifications.forget(ns, name)
    return call('DEL', keys.subscription_changes(ns, name), keys.subscription_order(ns, name),
      keys.subscription_told(ns, name))
  end
end

redis.register_function('tandem_notifications_accept_v1', function(namespace, arguments)
  return notifications.accept(namespace[1], arguments)
end)
redis.register_function('tandem_notifications_move_v1', function(namespace, arguments)
  return notifications.move(namespace[1], arguments)
end)
redis.register_function('tandem_notifications_add_v1', function(namespace, arguments)
  return notifications.add(namespace[1], arguments)
end)
redis.register_function('tandem_notifications_take_v1', function(namespace, arguments)
  return notifications.take(namespace[1], arguments)
end)
redis.register_function('tandem_notifications_publish_v1', function(namespace, arguments)
  return notifications.publish(namespace[1], arguments[1])
end)
redis.register_function('tandem_notifications_forget_v1', function(namespace, arguments)
  return notifications.forget(namespace[1], arguments[1])
end)
