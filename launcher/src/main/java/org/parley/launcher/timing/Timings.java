package org.parley.launcher.timing;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long the same thing took, again and again.
 *
 * @param name of what was done
 * @param each how long it took each time
 * @param elapsed from the first to the last, some of them at the same time
 */
public record Timings(String name, List<Duration> each, Duration elapsed) {

	private static final double NANOS_PER_MILLI = 1_000_000;

	public Timings {
		each = each.stream().sorted().toList();
	}

	/** How long so many of a hundred did not exceed, in milliseconds. */
	public double millis(int share) {
		return this.each.isEmpty() ? 0
				: this.each.get(Math.ceilDiv(this.each.size() * share, 100) - 1).toNanos() / NANOS_PER_MILLI;
	}

	/** How many were done in a second. */
	public double perSecond() {
		return this.each.size() * 1_000 * NANOS_PER_MILLI / Math.max(1, this.elapsed.toNanos());
	}

	/** The figures, for programs. */
	public Map<String, Object> json() {
		var json = new LinkedHashMap<String, Object>();
		json.put("count", this.each.size());
		json.put("perSecond", perSecond());
		List.of(50, 95, 100).forEach((share) -> json.put("p" + share + " ms", millis(share)));
		return json;
	}

}
