-- Takes out of a room's log what was told of a subject: its content may not be seen any more.
-- KEYS: the room's log
-- ARGV: the subject
local gone = 0
for _, line in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do
  local first = string.find(line, ' ', 1, true)
  if string.sub(line, first + 1, first + #ARGV[1] + 1) == ARGV[1] .. ' ' then
    gone = gone + redis.call('ZREM', KEYS[1], line)
  end
end
return tostring(gone)
