-- KEYS: entry. ARGV: generation and epoch of the read, milliseconds to keep the entry, "1" to replace the messages,
-- fields and values.
if redis.call('HGET', KEYS[1], 'gen') ~= ARGV[1] or (redis.call('HGET', KEYS[1], 'changes') or '') ~= '' then
  return 0
end
if ARGV[4] == '1' then
  drop_messages(KEYS[1])
end
redis.call('HSETNX', KEYS[1], 'filled', now())
redis.call('HSET', KEYS[1], 'epoch', ARGV[2])
for i = 5, #ARGV, 2 do
  redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1])
end
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return 1
