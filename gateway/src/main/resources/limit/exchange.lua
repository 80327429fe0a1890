-- Writes the counts of this instance and returns two numbers for each: the sums of the other owners in the window and
-- in the previous one. A window is a hash with one field per owner.
-- KEYS: per count, the window and the previous window
-- ARGV: per count, the owner, its count, how long the window is kept (ms)
local function others(window, owner)
  local sum = 0
  local fields = redis.call('HGETALL', window)
  for i = 1, #fields, 2 do
    if fields[i] ~= owner then
      sum = sum + fields[i + 1]
    end
  end
  return sum
end
local answer = {}
for count = 0, #KEYS / 2 - 1 do
  local window, previous = KEYS[2 * count + 1], KEYS[2 * count + 2]
  local owner, mine, kept = ARGV[3 * count + 1], ARGV[3 * count + 2], ARGV[3 * count + 3]
  redis.call('HSET', window, owner, mine)
  redis.call('PEXPIRE', window, kept)
  table.insert(answer, others(window, owner))
  table.insert(answer, others(previous, owner))
end
return answer
