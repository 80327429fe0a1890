-- KEYS: entry. ARGV: token, milliseconds until the change is cut off, milliseconds to keep the entry.
local changes = redis.call('HGET', KEYS[1], 'changes') or ''
redis.call('HSET', KEYS[1], 'gen', ARGV[1], 'changes', changes .. ARGV[1] .. '@' .. (now() + ARGV[2]) .. ' ')
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return 1
