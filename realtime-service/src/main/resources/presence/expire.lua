-- Removes those who were not refreshed in time. Returns them, with their new state and its time; only one caller
-- removes an entry.
-- While nobody called, nobody was refreshed either: after a pause everybody has the whole time again.
-- KEYS: connected people by expiry, active people by expiry, all people by their last change, the calls
-- ARGV: how long an entry is valid (ms), how long a change is remembered (ms), most changes of a call
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local last = tonumber(redis.call('HGET', KEYS[4], 'last') or '0')
redis.call('HSET', KEYS[4], 'last', string.format('%.0f', now))
if now - last > ARGV[1] / 2 then
  redis.call('HSET', KEYS[4], 'resumed', string.format('%.0f', now))
end
if now - tonumber(redis.call('HGET', KEYS[4], 'resumed') or '0') < tonumber(ARGV[1]) then
  return {}
end
local changes = {}
local function change(person, state, at)
  redis.call('ZADD', KEYS[3], string.format('%.0f', at), person)
  table.insert(changes, person)
  table.insert(changes, state)
  table.insert(changes, string.format('%.0f', at))
end
for _, person in ipairs(redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', now, 'LIMIT', 0, ARGV[3])) do
  redis.call('ZREM', KEYS[2], person)
  if tonumber(redis.call('ZSCORE', KEYS[1], person) or '0') > now then
    change(person, 'away', now)
  end
end
local gone = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now, 'WITHSCORES', 'LIMIT', 0, ARGV[3])
for i = 1, #gone, 2 do
  redis.call('ZREM', KEYS[1], gone[i])
  redis.call('ZREM', KEYS[2], gone[i])
  change(gone[i], 'offline', gone[i + 1] - ARGV[1])
end
redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', string.format('%.0f', now - ARGV[2]))
return changes
