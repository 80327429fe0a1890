-- What happened in a room after an offset. Answers where the log ends now, whether all is there, and the events.
-- KEYS: the last offset of all, the room's log, the room's state, since when nothing was lost
-- ARGV: the offset, how long the room is remembered (ms)
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local position = string.format('%.0f', math.max(now, tonumber(redis.call('GET', KEYS[1]) or '0')))
redis.call('SET', KEYS[4], position, 'NX')
local offset = tonumber(ARGV[1])
if offset < 0 then
  return { position, '1' }
end
local last = tonumber(redis.call('HGET', KEYS[3], 'last') or '0')
local floor = tonumber(redis.call('HGET', KEYS[3], 'floor') or '0')
local whole = tonumber(redis.call('GET', KEYS[4]))
if offset < whole or offset < now - ARGV[2] * 1000 or offset < floor then
  return { position, '0' }
end
if offset >= last then
  return { position, '1' }
end
local missed = redis.call('ZRANGEBYSCORE', KEYS[2], '(' .. ARGV[1], '+inf')
if #missed == 0 then
  return { position, '0' }
end
table.insert(missed, 1, '1')
table.insert(missed, 1, position)
return missed
