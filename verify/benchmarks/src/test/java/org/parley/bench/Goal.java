package org.parley.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A goal of the architecture for two cores, which the load generator shares.
 *
 * @param row the row of the measured figure
 * @param column its column
 * @param limit the goal
 * @param atLeast whether the figure must reach the goal; otherwise it must stay below
 */
record Goal(String row, String column, double limit, boolean atLeast) {

	private static final String RATE = "requests/s";

	private static final String COST = "CPU ms each";

	private static final List<Goal> ALL = List.of(atLeast("thread list", RATE, 20_000),
			atMost("thread list", COST, 0.06), atLeast("thread page", RATE, 20_000), atMost("thread page", COST, 0.06),
			atLeast("thread list, from the service", RATE, 7_000), atMost("thread list, from the service", COST, 0.25),
			atLeast("thread page, from the service", RATE, 7_000), atMost("thread page, from the service", COST, 0.25),
			atLeast("thread page, cold", RATE, 2_000), atMost("thread page, cold", "p95 ms", 100),
			atLeast("page of a thread", RATE, 1_000), atMost("guests, 1000 threads at 100/s, each once", "p95 ms", 50),
			atLeast("search", RATE, 1_000), atMost("search", COST, 1.5),
			atLeast("reply, many threads", "accepted per second", 400), atMost("reply, many threads", "p95 ms", 60),
			atLeast("reply, many threads", "drained per second", 400), atMost("reply, many threads", COST, 5),
			atMost("reply to sockets", "p95 ms", 100), atMost("message, 200 a second", "p95 ms", 30),
			atLeast("message, without a rate", "per second", 1_000), atMost("message to 100 sockets", "p95 ms", 50),
			atLeast("post to 100 followers", "drained per second", 300), atMost("feed page, first time", "p95 ms", 50),
			atMost("feed page, again", "p95 ms", 10),
			atMost("post to 10,000 followers, one at a time", "accepted max ms", 100),
			atMost("post to 10,000 followers, one at a time", "in every feed max ms", 1_000),
			atMost("photo of 12 megapixels", COST, 150), atMost("photo of 12 megapixels", "ready p95 ms", 1_000),
			atMost("all", "idle, % of a core", 3), atMost("all", "RSS MB", 3_072),
			atMost("seconds until ready", "figure", 40));

	private static Goal atLeast(String row, String column, double limit) {
		return new Goal(row, column, limit, true);
	}

	private static Goal atMost(String row, String column, double limit) {
		return new Goal(row, column, limit, false);
	}

	/** Returns a Markdown table of the goals whose figures were measured. */
	static String table(Map<String, Map<String, Double>> figures) {
		return ALL.stream()
			.filter((goal) -> goal.figure(figures) != null)
			.map((goal) -> goal.line(figures))
			.collect(Collectors.joining("\n", "| goal | limit | measured | reached |\n| --- | ---: | ---: | --- |\n",
					""));
	}

	private @Nullable Double figure(Map<String, Map<String, Double>> figures) {
		return figures.getOrDefault(this.row, Map.of()).get(this.column);
	}

	private String line(Map<String, Map<String, Double>> figures) {
		var figure = figures.getOrDefault(this.row, Map.of()).getOrDefault(this.column, Double.NaN);
		var reached = this.atLeast ? figure >= this.limit : figure <= this.limit;
		return "| %s: %s | %s %s | %s | %s |".formatted(this.row, this.column, this.atLeast ? "≥" : "≤",
				format(this.limit), format(figure), reached ? "yes" : "no");
	}

	private static String format(double figure) {
		return String.format(Locale.ROOT, (figure < 10) ? "%,.2f" : "%,.0f", figure);
	}

}
