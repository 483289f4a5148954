-- Asks for random ranges where BENCH_RANGE says of how many bytes, and reports in one line:
-- requests, bytes, microseconds, errors, median and 99th percentile of the latency in microseconds.

local range = tonumber(os.getenv("BENCH_RANGE") or "0")
local length = tonumber(os.getenv("BENCH_LENGTH") or "0")

if range > 0 then
  math.randomseed(os.time())
  request = function()
    local first = math.random(0, math.floor(length / range) - 1) * range
    wrk.headers["Range"] = "bytes=" .. first .. "-" .. (first + range - 1)
    return wrk.format()
  end
end

done = function(summary, latency)
  local errors = summary.errors
  io.write(string.format("RESULT %d %d %d %d %d %d\n", summary.requests, summary.bytes, summary.duration,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout,
    latency:percentile(50), latency:percentile(99)))
end
