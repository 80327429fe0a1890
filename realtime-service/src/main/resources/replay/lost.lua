-- Events were not kept: who saw an older offset last must read anew.
-- KEYS: the last offset of all, since when nothing was lost
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local position = math.max(now, tonumber(redis.call('GET', KEYS[1]) or '0') + 1)
redis.call('SET', KEYS[1], string.format('%.0f', position))
redis.call('SET', KEYS[2], string.format('%.0f', position))
return string.format('%.0f', position)
