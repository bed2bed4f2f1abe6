-- The settings that the server wrote at boot, so that an FCALL from any language obeys the same ones.

local settings = {}

do
  local call = redis.call

  function settings.read(ns)
    local found = call('HMGET', keys.config(ns), 'defaultPlanId', 'autoLinkPlans', 'titleMax', 'checklistMax',
      'referencesMax', 'assigneesMax', 'streamMax', 'historyMax', 'descriptionMax',
      'clock', 'clockHold')
    return {
      default_plan_id = found[1] ~= '' and found[1] or nil,
      auto_link_plans = found[2] == '1',
      title_max = tonumber(found[3]) or 255,
      checklist_max = tonumber(found[4]) or 20,
      references_max = tonumber(found[5]) or 10,
      assignees_max = tonumber(found[6]) or 20,
      stream_max = found[7] or '100000',
      history_max = tonumber(found[8]) or 50,
      description_max = tonumber(found[9]) or 32768,
      -- Kept here because every write reads these settings anyway.
      clock = found[10],
      clock_hold = found[11],
    }
  end
end
