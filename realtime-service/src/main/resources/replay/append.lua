-- Appends events to the logs of their rooms, each once, whichever instance receives it first. Returns the offset of
-- the last one, whether no event before it is missing, and the events between the last delivered offset and this one.
-- An offset is the server's time in microseconds. It is unique and higher than every offset that the instance has
-- seen, because the server may have lost its data or have been replaced by one with another clock.
-- An event that is older than the log is not kept; a tombstone ('-') takes its place.
-- A replacing event removes the earlier events of its subject in the same step. When it is received again it
-- removes nothing, because later events of the subject may be in the log.
-- KEYS: the last offset of all rooms; for each event its offset in its room, the room's log, the room's state
-- ARGV: number of kept events, how long they are kept (ms), how long the state is kept (ms), the highest offset that
--       the instance has seen, the last delivered offset or '', size of the kept events (bytes); for each event its
--       subject, its text, its time (ms), whether it replaces ('1')
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local kept, keptFor, stateKeptFor, delivered = tonumber(ARGV[1]), tonumber(ARGV[2]), ARGV[3], ARGV[5]
local most = tonumber(ARGV[6])
local last = math.max(tonumber(redis.call('GET', KEYS[1]) or '0'), tonumber(ARGV[4]))
local text, before

local function size(lines)
  local bytes = 0
  for _, line in ipairs(lines) do
    bytes = bytes + #line
  end
  return bytes
end

-- The log expires before its state.
local function sizeOf(log, state)
  local bytes = redis.call('EXISTS', log) == 1 and redis.call('HGET', state, 'bytes')
  return bytes and tonumber(bytes) or size(redis.call('ZRANGE', log, 0, -1))
end

local function remove(log, subject)
  local removed = {}
  for _, line in ipairs(redis.call('ZRANGE', log, 0, -1)) do
    local first = string.find(line, ' ', 1, true)
    if string.sub(line, first + 1, first + #subject + 1) == subject .. ' ' then
      redis.call('ZREM', log, line)
      table.insert(removed, line)
    end
  end
  return size(removed)
end

local function append(event, log, state, subject, message, at, replaces)
  text = redis.call('GET', event)
  before = 0
  if text then
    return
  end
  last = math.max(now, last + 1)
  text = string.format('%.0f', last)
  before = tonumber(redis.call('HGET', state, 'last') or '0')
  local bytes = sizeOf(log, state)
  if replaces == '1' then
    bytes = bytes - remove(log, subject)
  end
  local late = tonumber(at) < now / 1000 - keptFor
  -- Longer than events are accepted, so that no event is appended twice.
  redis.call('SET', event, text, 'PX', keptFor * 2)
  local line = text .. ' ' .. (late and '- ' or subject .. ' ' .. message)
  redis.call('ZADD', log, text, line)
  bytes = bytes + #line
  redis.call('PEXPIRE', log, keptFor)
  local old = redis.call('ZREVRANGEBYSCORE', log, string.format('%.0f', now - keptFor * 1000), '-inf', 'WITHSCORES', 'LIMIT', 0, 1)
  local many = redis.call('ZREVRANGE', log, kept, kept, 'WITHSCORES')
  local floor = math.max(tonumber(old[2] or '0'), tonumber(many[2] or '0'))
  if floor > 0 then
    bytes = bytes - size(redis.call('ZRANGEBYSCORE', log, '-inf', string.format('%.0f', floor)))
    redis.call('ZREMRANGEBYSCORE', log, '-inf', string.format('%.0f', floor))
  end
  while bytes > most and redis.call('ZCARD', log) > 1 do
    local oldest = redis.call('ZPOPMIN', log)
    bytes = bytes - #oldest[1]
    floor = tonumber(oldest[2])
  end
  if floor > 0 then
    redis.call('HSET', state, 'floor', string.format('%.0f', floor))
  end
  redis.call('HSET', state, 'last', text, 'bytes', string.format('%.0f', bytes))
  redis.call('PEXPIRE', state, stateKeptFor)
end

local before_all = last
for index = 0, (#KEYS - 1) / 3 - 1 do
  append(KEYS[3 * index + 2], KEYS[3 * index + 3], KEYS[3 * index + 4],
    ARGV[4 * index + 7], ARGV[4 * index + 8], ARGV[4 * index + 9], ARGV[4 * index + 10])
end
if last > before_all then
  redis.call('SET', KEYS[1], string.format('%.0f', last))
end
if delivered == '' then
  return { text, '1' }
end
local log, state = KEYS[#KEYS - 1], KEYS[#KEYS]
local missed = redis.call('ZRANGEBYSCORE', log, '(' .. delivered, '(' .. text)
local gone = tonumber(delivered) < tonumber(redis.call('HGET', state, 'floor') or '0')
local expired = before > tonumber(delivered) and #missed == 0
table.insert(missed, 1, (gone or expired) and '0' or '1')
table.insert(missed, 1, text)
return missed
