-- What is known of an account and its tokens changes together, in one step, or not at all. Tokens come sealed.

local accounts = {}

do
  local call = redis.call

  -- input: {id, before, now, cache?: {before?, now?, ttl}, token?: {now?, ttl}}. `before` is what was read, '' for nothing.
  -- A `cache` without `now` is only compared; a `token` without `now` is taken away. Answers what had changed meanwhile,
  -- or 'kept'.
  function accounts.keep(ns, payload)
    local input = cjson.decode(payload)
    local id, cache, token = input.id, input.cache, input.token
    if (call('HGET', keys.accounts(ns), id) or '') ~= input.before then return 'account' end
    if cache and cache.before and (call('GET', keys.tokens(ns, id)) or '') ~= cache.before then return 'cache' end
    local was_ready = input.before ~= '' and cjson.decode(input.before).state == 'ready'
    call('HSET', keys.accounts(ns), id, input.now)
    -- What waited in its plans for somebody to sign in goes on.
    if not was_ready and cjson.decode(input.now).state == 'ready' then holds.release_account(ns, id) end
    if cache and cache.now then call('SET', keys.tokens(ns, id), cache.now, 'PX', cache.ttl) end
    if token and token.now then
      call('SET', keys.access_token(ns, id), token.now, 'PX', token.ttl)
      call('DEL', keys.account_claims(ns, id))
    elseif token then
      call('DEL', keys.access_token(ns, id))
    end
    return 'kept'
  end

  -- input: {id, before?, upTo?}. Account and tokens go, unless the account is not as `before` any more, or its latest token
  -- came after the revision `upTo`: then somebody has signed in meanwhile. Answers 1 or 0.
  function accounts.forget(ns, payload)
    local input = cjson.decode(payload)
    local id, known = input.id, call('HGET', keys.accounts(ns), input.id)
    if input.before and known ~= input.before then return 0 end
    if input.upTo and known and cjson.decode(known).revision > input.upTo then return 0 end
    call('HDEL', keys.accounts(ns), id)
    call('DEL', keys.tokens(ns, id), keys.access_token(ns, id), keys.account_claims(ns, id))
    return 1
  end

  -- arguments: id, whose turn it is.
  function accounts.end_turn(ns, arguments)
    local key = keys.account_turn(ns, arguments[1])
    if call('GET', key) ~= arguments[2] then return 0 end
    return call('DEL', key)
  end
end
