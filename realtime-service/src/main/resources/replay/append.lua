-- Appends an event to a room's log once, whichever instance receives it first. Returns its offset, whether no
-- event before it is missing, and the events between the last delivered offset and this one.
-- An offset is the server's time in microseconds. It is unique and higher than every offset that the instance has
-- seen, because the server may have lost its data or have been replaced by one with another clock.
-- An event that is older than the log is not kept; a tombstone ('-') takes its place.
-- A replacing event removes the earlier events of its subject in the same step. When it is received again it
-- removes nothing, because later events of the subject may be in the log.
-- KEYS: the event's offset in this room, the last offset of all rooms, the room's log, the room's state
-- ARGV: subject, text, number of kept events, how long they are kept (ms), how long the state is kept (ms),
--       the highest offset that the instance has seen, the event's time (ms), whether it replaces ('1'),
--       the last delivered offset or ''
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local text = redis.call('GET', KEYS[1])
local before = 0
if not text then
  local offset = math.max(now, tonumber(redis.call('GET', KEYS[2]) or '0') + 1, tonumber(ARGV[6]) + 1)
  local late = tonumber(ARGV[7]) < now / 1000 - ARGV[4]
  text = string.format('%.0f', offset)
  before = tonumber(redis.call('HGET', KEYS[4], 'last') or '0')
  if ARGV[8] == '1' then
    for _, line in ipairs(redis.call('ZRANGE', KEYS[3], 0, -1)) do
      local first = string.find(line, ' ', 1, true)
      if string.sub(line, first + 1, first + #ARGV[1] + 1) == ARGV[1] .. ' ' then
        redis.call('ZREM', KEYS[3], line)
      end
    end
  end
  -- Longer than events are accepted, so that no event is appended twice.
  redis.call('SET', KEYS[1], text, 'PX', ARGV[4] * 2)
  redis.call('SET', KEYS[2], text)
  redis.call('ZADD', KEYS[3], text, text .. ' ' .. (late and '- ' or ARGV[1] .. ' ' .. ARGV[2]))
  redis.call('PEXPIRE', KEYS[3], ARGV[4])
  local old = redis.call('ZREVRANGEBYSCORE', KEYS[3], string.format('%.0f', now - ARGV[4] * 1000), '-inf', 'WITHSCORES', 'LIMIT', 0, 1)
  local many = redis.call('ZREVRANGE', KEYS[3], ARGV[3], ARGV[3], 'WITHSCORES')
  local floor = math.max(tonumber(old[2] or '0'), tonumber(many[2] or '0'))
  if floor > 0 then
    redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', string.format('%.0f', floor))
    redis.call('HSET', KEYS[4], 'floor', string.format('%.0f', floor))
  end
  redis.call('HSET', KEYS[4], 'last', text)
  redis.call('PEXPIRE', KEYS[4], ARGV[5])
end
if ARGV[9] == '' then
  return { text, '1' }
end
local delivered = tonumber(ARGV[9])
local missed = redis.call('ZRANGEBYSCORE', KEYS[3], '(' .. ARGV[9], '(' .. text)
local gone = delivered < tonumber(redis.call('HGET', KEYS[4], 'floor') or '0')
local expired = before > delivered and #missed == 0
table.insert(missed, 1, (gone or expired) and '0' or '1')
table.insert(missed, 1, text)
return missed
