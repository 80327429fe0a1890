-- An entry is a hash about one subject, a conversation or a person:
--   gen      renewed by every change, so that nothing is stored that was read before it
--   changes  the changes under way, as "token@deadline "
--   doubt    present if the outcome of a change is unknown
--   epoch, filled   when its content was read from the database
--   about, p:<person>   what the subject is, "!" if it is gone; whether a person is a member (1 or 0)
--   first, last, whole, m:<seq>   the latest messages, without gaps
local function now()
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000)
end

-- The changes under way without one token, and how many were cut off.
local function under_way(entry, time, without)
  local left, ended, overdue = '', false, 0
  for token, deadline in string.gmatch(redis.call('HGET', entry, 'changes') or '', '([^@ ]+)@(%d+) ') do
    if token == without then
      ended = true
    elseif tonumber(deadline) < time then
      overdue = overdue + 1
    else
      left = left .. token .. '@' .. deadline .. ' '
    end
  end
  return left, ended, overdue
end

-- Removes the content and keeps the marks of changes.
local function wipe(entry, gen, changes)
  redis.call('DEL', entry)
  redis.call('HSET', entry, 'gen', gen, 'changes', changes)
end

local function drop_messages(entry)
  local first, last = redis.call('HGET', entry, 'first'), redis.call('HGET', entry, 'last')
  if last then
    for seq = tonumber(first), tonumber(last) do
      redis.call('HDEL', entry, 'm:' .. seq)
    end
    redis.call('HDEL', entry, 'first', 'last', 'whole')
  end
end

