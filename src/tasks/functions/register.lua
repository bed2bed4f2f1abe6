-- The public names. They carry the version: replicas of two versions of the product share one Redis.

-- For agents in any language: FCALL tandem_task_write_v1 1 <namespace> <json>. Answers JSON: the document,
-- {"deleted":true,"id":…}, or a problem (it has `status`).
redis.register_function('tandem_task_write_v1', function(namespace, arguments)
  return write.run(namespace[1], arguments[1] or '').json
end)

-- For the server: the same with what HTTP needs, so that nobody has to parse the JSON again. JavaScript's strings always
-- arrive as UTF-8.
redis.register_function('tandem_task_request_v1', function(namespace, arguments)
  local reply = write.run(namespace[1], arguments[1] or '', true)
  return { reply.status, reply.json, reply.id, reply.rev, reply.replayed or 0 }
end)

-- For the product's own processes: the time that all bookkeeping goes by (ms).
redis.register_function('tandem_now_v1', function(namespace)
  return time.now(namespace[1]).ms
end)

-- For the product's own processes: raises and resolves alerts.
redis.register_function('tandem_alert_v1', function(namespace, arguments)
  return alerts.run(namespace[1], arguments[1])
end)

-- For the product's own processes: [why nothing of a plan is synced or '', whether Graph does not let us list it, the
-- account that syncs it or '', whether refs are held].
redis.register_function('tandem_plan_hold_v1', function(namespace, arguments)
  local ns, plan_id = namespace[1], arguments[1]
  local hold, account = holds.of(ns, plan_id)
  return { hold or '', redis.call('HEXISTS', keys.unreadable_plans(ns), plan_id), account or '',
    redis.call('EXISTS', keys.plan_held(ns, plan_id)) }
end)

-- The account of a plan must sign in again.
redis.register_function('tandem_account_await_v1', function(namespace, arguments)
  return holds.await_account(namespace[1], cjson.decode(arguments[1]))
end)

-- What a look at a plan, or a sync of it, found out about the plan as a whole.
redis.register_function('tandem_plan_judge_v1', function(namespace, arguments)
  return brake.judge(namespace[1], cjson.decode(arguments[1]))
end)
redis.register_function('tandem_plan_unreadable_v1', function(namespace, arguments)
  return holds.note_unreadable(namespace[1], cjson.decode(arguments[1]))
end)
redis.register_function('tandem_plan_readable_v1', function(namespace, arguments)
  return holds.note_readable(namespace[1], arguments[1])
end)

redis.register_function('tandem_plan_names_v1', function(namespace, arguments)
  return plan_names.note(namespace[1], arguments[1])
end)

-- What operators decide about plans.
redis.register_function('tandem_plan_mode_v1', function(namespace, arguments)
  return plan_modes.run(namespace[1], arguments[1])
end)
redis.register_function('tandem_plan_release_v1', function(namespace, arguments)
  return release.run(namespace[1], arguments[1])
end)

-- For the product's own processes: what was done and refused, and how much more an actor may ask.
redis.register_function('tandem_audit_v1', function(namespace, arguments)
  return audit.note(namespace[1], arguments)
end)
redis.register_function('tandem_rate_take_v1', function(namespace, arguments)
  return rate_limit.take(namespace[1], arguments)
end)

-- Accounts and their tokens, which come sealed; and what is sealed anew with another key.
redis.register_function('tandem_account_keep_v1', function(namespace, arguments)
  return accounts.keep(namespace[1], arguments[1])
end)
redis.register_function('tandem_account_forget_v1', function(namespace, arguments)
  return accounts.forget(namespace[1], arguments[1])
end)
redis.register_function('tandem_account_turn_end_v1', function(namespace, arguments)
  return accounts.end_turn(namespace[1], arguments)
end)
redis.register_function('tandem_sealed_replace_v1', function(_, arguments)
  return sealed.replace(arguments)
end)

-- What the gateways of all replicas ask and tell about Microsoft Graph.
redis.register_function('tandem_graph_admit_v1', function(namespace, arguments)
  return graph_access.admit(namespace[1], arguments[1])
end)
redis.register_function('tandem_graph_report_v1', function(namespace, arguments)
  return graph_access.report(namespace[1], arguments[1])
end)
redis.register_function('tandem_graph_reset_v1', function(namespace, arguments)
  return graph_access.reset(namespace[1], arguments[1])
end)
redis.register_function('tandem_graph_state_v1', function(namespace, arguments)
  return graph_access.state(namespace[1], arguments[1])
end)
