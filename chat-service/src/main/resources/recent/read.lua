-- KEYS: entry, epoch. ARGV: a new generation, milliseconds to keep the entry, milliseconds after which the database is
-- asked again, "1" if the database is away, person, direction ("", "<" or ">"), number, most messages.
-- Returns generation, epoch, about, membership, "1" if the messages are all that the range has, the last number, and the
-- messages in the order of the walk.
local time = now()
local epoch = redis.call('GET', KEYS[2]) or ''
local gen = redis.call('HGET', KEYS[1], 'gen')
local away = ARGV[4] == '1'
if not gen then
  gen = ARGV[1]
  redis.call('HSET', KEYS[1], 'gen', gen)
end
local left, _, overdue = under_way(KEYS[1], time, '')
if overdue > 0 then
  redis.call('HSET', KEYS[1], 'changes', left, 'doubt', 1)
end
local filled = redis.call('HGET', KEYS[1], 'filled')
local doubt = redis.call('HEXISTS', KEYS[1], 'doubt') == 1
if filled and redis.call('HGET', KEYS[1], 'epoch') ~= epoch then
  wipe(KEYS[1], ARGV[1], left)
  gen, filled = ARGV[1], nil
elseif not away and (doubt or (filled and time - filled > tonumber(ARGV[3]))) then
  wipe(KEYS[1], ARGV[1], left)
  gen, filled = ARGV[1], nil
end
redis.call('PEXPIRE', KEYS[1], ARGV[2])
local answer = {gen, epoch, '', '', '', ''}
if left ~= '' and not away then
  answer[1] = ''
  return answer
end
if not filled then
  return answer
end
answer[3] = redis.call('HGET', KEYS[1], 'about') or ''
answer[4] = redis.call('HGET', KEYS[1], 'p:' .. ARGV[5]) or ''
local last = tonumber(redis.call('HGET', KEYS[1], 'last'))
if not last then
  return answer
end
local first = tonumber(redis.call('HGET', KEYS[1], 'first'))
answer[6] = tostring(last)
local whole = redis.call('HEXISTS', KEYS[1], 'whole') == 1
local from, to, step
local most = tonumber(ARGV[8])
if ARGV[6] == '>' then
  from = tonumber(ARGV[7]) + 1
  if from < first then
    if not whole then
      return answer
    end
    from = first
  end
  to, step = math.min(last, from + most - 1), 1
  answer[5] = '1'
else
  from = last
  if ARGV[6] == '<' then
    from = math.min(last, tonumber(ARGV[7]) - 1)
  end
  to, step = math.max(first, from - most + 1), -1
  if from - to + 1 >= most or whole then
    answer[5] = '1'
  end
end
for seq = from, to, step do
  answer[#answer + 1] = redis.call('HGET', KEYS[1], 'm:' .. seq)
end
return answer
