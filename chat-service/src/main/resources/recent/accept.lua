-- KEYS: accepted messages. ARGV: id, message, milliseconds to keep them, most messages.
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
if redis.call('HLEN', KEYS[1]) > tonumber(ARGV[4]) then
  -- Ids begin with their time; the mark sorts after all ids.
  local ids = redis.call('HKEYS', KEYS[1])
  table.sort(ids)
  redis.call('HDEL', KEYS[1], ids[1])
  redis.call('HSET', KEYS[1], '~', '')
end
return 1
