package org.parley.bench.timing;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The durations of a repeated operation.
 *
 * @param name the operation's name
 * @param each the duration of each run, ascending
 * @param elapsed total time, in which runs may overlap
 */
public record Timings(String name, List<Duration> each, Duration elapsed) {

	private static final double NANOS_PER_MILLI = 1_000_000;

	public Timings {
		each = each.stream().sorted().toList();
	}

	/** Returns a percentile in milliseconds. */
	public double millis(int percentile) {
		return this.each.isEmpty() ? 0
				: this.each.get(Math.ceilDiv(this.each.size() * percentile, 100) - 1).toNanos() / NANOS_PER_MILLI;
	}

	/** Returns the runs per second. */
	public double perSecond() {
		return this.each.size() * 1_000 * NANOS_PER_MILLI / Math.max(1, this.elapsed.toNanos());
	}

	/** Returns the figures as the row of a table. */
	public Map<String, Double> row() {
		var row = new LinkedHashMap<String, Double>();
		row.put("per second", perSecond());
		row.put("p50 ms", millis(50));
		row.put("p95 ms", millis(95));
		row.put("max ms", millis(100));
		return row;
	}

	/** Returns the figures as JSON. */
	public Map<String, Object> json() {
		var json = new LinkedHashMap<String, Object>();
		json.put("count", this.each.size());
		json.put("perSecond", perSecond());
		List.of(50, 95, 100).forEach((share) -> json.put("p" + share + " ms", millis(share)));
		return json;
	}

}
