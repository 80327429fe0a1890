-- Keeps an event of a room, once, whichever instances hear it; answers its offset.
-- An offset is a time in microseconds by the server's clock, and never the same twice.
-- KEYS: the event in this room, the last offset of all, the room's log, the room's state
-- ARGV: the event, how many are kept, for how long (ms), how long the room is remembered (ms)
local known = redis.call('GET', KEYS[1])
if known then
  return known
end
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local offset = math.max(now, tonumber(redis.call('GET', KEYS[2]) or '0') + 1)
local text = string.format('%.0f', offset)
redis.call('SET', KEYS[1], text, 'PX', ARGV[3])
redis.call('SET', KEYS[2], text)
redis.call('ZADD', KEYS[3], text, text .. ' ' .. ARGV[1])
redis.call('PEXPIRE', KEYS[3], ARGV[3])
local old = redis.call('ZREVRANGEBYSCORE', KEYS[3], string.format('%.0f', now - ARGV[3] * 1000), '-inf', 'WITHSCORES', 'LIMIT', 0, 1)
local many = redis.call('ZREVRANGE', KEYS[3], ARGV[2], ARGV[2], 'WITHSCORES')
local floor = math.max(tonumber(old[2] or '0'), tonumber(many[2] or '0'))
if floor > 0 then
  redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', string.format('%.0f', floor))
  redis.call('HSET', KEYS[4], 'floor', string.format('%.0f', floor))
end
redis.call('HSET', KEYS[4], 'last', text)
redis.call('PEXPIRE', KEYS[4], ARGV[4])
return text
