-- Never lowers the stored version, whatever the order of the writers.
local known = tonumber(redis.call('get', KEYS[1]) or '-1')
if known < tonumber(ARGV[1]) then
  redis.call('set', KEYS[1], ARGV[1], 'PX', ARGV[2])
end
return redis.call('publish', ARGV[4], ARGV[3])
