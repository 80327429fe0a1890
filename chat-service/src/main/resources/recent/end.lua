-- KEYS: entry, accepted messages, epoch. ARGV: token, milliseconds to keep the entry, effect, number or person, value,
-- most messages, id of the message.
local time = now()
redis.call('HDEL', KEYS[2], ARGV[7])
local left, ended, overdue = under_way(KEYS[1], time, ARGV[1])
local gen = ARGV[1] .. '.'
if not ended then
  -- The mark is gone: something may have been stored that was read before the change.
  wipe(KEYS[1], gen, left)
  redis.call('PEXPIRE', KEYS[1], ARGV[2])
  return 0
end
redis.call('HSET', KEYS[1], 'gen', gen, 'changes', left)
if overdue > 0 then
  redis.call('HSET', KEYS[1], 'doubt', 1)
end
local effect = ARGV[3]
local last = tonumber(redis.call('HGET', KEYS[1], 'last'))
local first = tonumber(redis.call('HGET', KEYS[1], 'first'))
if effect == 'append' then
  local seq = tonumber(ARGV[4])
  if last and seq == last + 1 then
    redis.call('HSET', KEYS[1], 'm:' .. seq, ARGV[5], 'last', seq)
    if seq - first >= tonumber(ARGV[6]) then
      redis.call('HDEL', KEYS[1], 'm:' .. first, 'whole')
      redis.call('HSET', KEYS[1], 'first', first + 1)
    end
  else
    drop_messages(KEYS[1])
  end
elseif effect == 'replace' and left == '' then
  local seq = tonumber(ARGV[4])
  if last and seq >= first and seq <= last then
    redis.call('HSET', KEYS[1], 'm:' .. seq, ARGV[5])
  end
elseif effect == 'replace' or effect == 'drop' then
  drop_messages(KEYS[1])
elseif effect == 'deny' or effect == 'close' then
  local epoch = redis.call('GET', KEYS[3]) or ''
  if effect == 'close' or redis.call('HGET', KEYS[1], 'epoch') ~= epoch then
    wipe(KEYS[1], gen, left)
  end
  redis.call('HSETNX', KEYS[1], 'filled', time)
  redis.call('HSET', KEYS[1], 'epoch', epoch)
  if effect == 'close' then
    redis.call('HSET', KEYS[1], 'about', '!')
  else
    redis.call('HSET', KEYS[1], 'p:' .. ARGV[4], 0)
  end
elseif effect == 'forget' then
  redis.call('HDEL', KEYS[1], 'p:' .. ARGV[4])
elseif effect == 'wipe' then
  wipe(KEYS[1], gen, left)
elseif effect == 'doubt' then
  redis.call('HSET', KEYS[1], 'doubt', 1)
end
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return 1
