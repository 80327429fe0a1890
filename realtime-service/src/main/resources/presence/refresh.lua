-- Says that people are connected, and that some of them are active. Returns those who were not, with their new state
-- and its time: only the first call that says so changes a set.
-- KEYS: connected people by expiry, active people by expiry, all people by their last change
-- ARGV: how long it is valid (ms), then for each person the id and whether active ('1')
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local expiry = string.format('%.0f', now + ARGV[1])
local changes = {}
for i = 2, #ARGV, 2 do
  local person = ARGV[i]
  local active = ARGV[i + 1] == '1'
  local came = redis.call('ZADD', KEYS[1], 'GT', expiry, person) == 1
  local woke = active and redis.call('ZADD', KEYS[2], 'GT', expiry, person) == 1
  if came or woke then
    local at = string.format('%.0f', now)
    redis.call('ZADD', KEYS[3], at, person)
    table.insert(changes, person)
    table.insert(changes, active and 'online' or 'away')
    table.insert(changes, at)
  end
end
return changes
