-- What a plan, its buckets and its labels are called, as last read, and the event where people changed it.

local plan_names = {}

do
  local call = redis.call

  -- input: {planId, readAt (ms), stored (JSON text, has `readAt` and `digest`), digest, told (JSON text)}. Answers 'changed',
  -- 'same', 'older' (somebody has read them later) or 'unlinked'.
  function plan_names.note(ns, payload)
    local input = cjson.decode(payload)
    local plan_id = input.planId
    if call('HEXISTS', keys.linked_plans(ns), plan_id) == 0 then return 'unlinked' end
    local key = keys.plan_names(ns, plan_id)
    local found = call('GET', key)
    local before = found and cjson.decode(found)
    if before and (tonumber(before.readAt) or 0) > input.readAt then return 'older' end
    call('SET', key, input.stored)
    if before and before.digest == input.digest then return 'same' end
    events.publish_plan(ns, input.told, time.now(ns).iso, settings.read(ns).stream_max)
    return 'changed'
  end
end
