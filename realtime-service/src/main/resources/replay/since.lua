-- Returns the events of a room after an offset: the log's end, whether no event is missing, and the events.
-- Every later offset is higher than the returned end. A restarted server may have lost its last writes, so
-- offsets before the restart are incomplete.
-- KEYS: the last offset of all rooms, the room's log, the room's state, the offset since which the log is complete,
--       the server's run id
-- ARGV: the offset, how long the state is kept (ms), the highest offset that the instance has seen
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local last = math.max(now, tonumber(redis.call('GET', KEYS[1]) or '0'), tonumber(ARGV[3]))
local position = string.format('%.0f', last)
redis.call('SET', KEYS[1], position)
local run = string.match(redis.call('INFO', 'server'), 'run_id:(%x+)') or ''
if redis.call('GET', KEYS[5]) ~= run or not redis.call('GET', KEYS[4]) then
  redis.call('SET', KEYS[4], position)
  redis.call('SET', KEYS[5], run)
end
local offset = tonumber(ARGV[1])
if offset < 0 then
  return { position, '1' }
end
local state = redis.call('HMGET', KEYS[3], 'last', 'floor')
local whole = tonumber(redis.call('GET', KEYS[4]))
if offset > last or offset < whole or offset < now - ARGV[2] * 1000 or offset < tonumber(state[2] or '0') then
  return { position, '0' }
end
if offset >= tonumber(state[1] or '0') then
  return { position, '1' }
end
local missed = redis.call('ZRANGEBYSCORE', KEYS[2], '(' .. ARGV[1], '+inf')
table.insert(missed, 1, #missed > 0 and '1' or '0')
table.insert(missed, 1, position)
return missed
