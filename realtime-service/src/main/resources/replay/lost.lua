-- Marks all older offsets as incomplete after events were not recorded: their clients must reload.
-- KEYS: the last offset of all rooms, the offset since which the log is complete
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local position = math.max(now, tonumber(redis.call('GET', KEYS[1]) or '0') + 1)
redis.call('SET', KEYS[1], string.format('%.0f', position))
redis.call('SET', KEYS[2], string.format('%.0f', position))
return string.format('%.0f', position)
