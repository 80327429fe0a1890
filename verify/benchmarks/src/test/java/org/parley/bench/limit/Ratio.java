package org.parley.bench.limit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A figure of Parley beside what a part of it can do alone.
 *
 * @param row the row of the figure
 * @param column its column
 * @param limit the row of the limit
 * @param limitColumn the column of the limit
 */
public record Ratio(String row, String column, String limit, String limitColumn) {

	private static final String RATE = "requests/s";

	private static final String REPLY = "reply, many threads";

	private static final List<Ratio> ALL = List.of(new Ratio("thread list", RATE, LimitBench.ANSWER, RATE),
			new Ratio("thread list", LimitBench.COST, LimitBench.ANSWER, LimitBench.COST),
			new Ratio("thread list, from the service", LimitBench.COST, LimitBench.ANSWER, LimitBench.COST),
			new Ratio(REPLY, "accepted per second", LimitBench.TRANSACTION, "per second"),
			new Ratio(REPLY, "p50 ms", LimitBench.TRANSACTION, "p50 ms"),
			new Ratio("mongo", "CPU ms per " + REPLY, LimitBench.TRANSACTION, LimitBench.COST),
			new Ratio("rabbit", "CPU ms per " + REPLY, LimitBench.CONFIRM, LimitBench.COST));

	/**
	 * Returns a Markdown table of the figures whose limits were measured, empty if there
	 * are none.
	 */
	public static String table(Map<String, Map<String, Double>> figures) {
		var lines = ALL.stream().flatMap((ratio) -> ratio.line(figures).stream()).toList();
		return lines.isEmpty() ? ""
				: lines.stream()
					.collect(Collectors.joining("\n",
							"| figure | measured | limit | alone | ratio |\n| --- | ---: | --- | ---: | ---: |\n", ""));
	}

	private Optional<String> line(Map<String, Map<String, Double>> figures) {
		return figure(figures, this.row, this.column)
			.flatMap((measured) -> figure(figures, this.limit, this.limitColumn).map((alone) -> line(measured, alone)));
	}

	private String line(double measured, double alone) {
		return "| %s: %s | %s | %s | %s | %s |".formatted(this.row, this.column, format(measured), this.limit,
				format(alone), format(measured / alone));
	}

	private static Optional<Double> figure(Map<String, Map<String, Double>> figures, String row, String column) {
		return Optional.ofNullable(figures.getOrDefault(row, Map.of()).get(column));
	}

	private static String format(double figure) {
		return String.format(Locale.ROOT, (figure < 10) ? "%,.2f" : "%,.0f", figure);
	}

}
