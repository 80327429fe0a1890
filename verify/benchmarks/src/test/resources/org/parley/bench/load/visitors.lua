-- Many visitors: each address asks a few times, then the next one comes. Arguments after
-- "--": the number of the first address, requests per address, threads, then the paths, headers
-- of all requests and, for people who are signed in, one "Bearer …" each: an address and a person
-- change together. The threads share the paths, so none is requested twice before all were.
local threads = 0

function setup(thread)
	thread:set("number", threads)
	threads = threads + 1
end

local heads, headers, people, visitor, step, left, turn, each, tail = {}, "", {}, 0, 0, 0, 0, 0, ""
local accept = "\r\nAccept: application/json"

local function address(n)
	n = n % 131072
	return "198." .. (18 + math.floor(n / 65536)) .. "." .. math.floor(n / 256) % 256 .. "." .. n % 256
end

local function ending()
	local person = ""
	if #people > 0 then
		person = "\r\nAuthorization: " .. people[visitor % #people + 1]
	end
	return address(visitor) .. headers .. accept .. person .. "\r\n\r\n"
end

function init(args)
	each = tonumber(args[2])
	left = each
	step = tonumber(args[3])
	visitor = tonumber(args[1]) + number
	for i = 4, #args do
		if args[i]:sub(1, 7) == "Bearer " then
			people[#people + 1] = args[i]
		elseif args[i]:sub(1, 1) ~= "/" then
			headers = headers .. "\r\n" .. args[i]
			if args[i]:sub(1, 8) == "Accept: " then
				accept = ""
			end
		else
			heads[#heads + 1] = "GET " .. args[i] .. " HTTP/1.1\r\nHost: " .. wrk.host .. ":" .. wrk.port
				.. "\r\nX-Forwarded-For: "
		end
	end
	tail = ending()
	turn = number
end

function request()
	if left == 0 then
		left = each
		visitor = visitor + step
		tail = ending()
	end
	left = left - 1
	turn = (turn + step) % #heads
	return heads[turn + 1] .. tail
end

function done(summary, latency, requests)
	local errors = summary.errors
	io.write(string.format(
		'{"requests":%d,"micros":%d,"bytes":%d,"p50":%d,"p95":%d,"p99":%d,"max":%d,"refused":%d,"broken":%d}\n',
		summary.requests, summary.duration, summary.bytes, latency:percentile(50), latency:percentile(95),
		latency:percentile(99), latency.max, errors.status,
		errors.connect + errors.read + errors.write + errors.timeout))
end
