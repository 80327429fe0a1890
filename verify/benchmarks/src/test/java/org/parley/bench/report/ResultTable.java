package org.parley.bench.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.bench.Usage;

/**
 * Figures of a benchmark, as a Markdown table and as JSON.
 *
 * @param title the head of the first column
 * @param rows the figures of each row by column
 */
public record ResultTable(String title, Map<String, Map<String, Double>> rows) {

	/** Below this, a figure is shown with two decimals. */
	private static final int SMALL = 10;

	/**
	 * Returns the usage of each process and the sum of all, divided by a number of
	 * operations.
	 */
	public static ResultTable costs(String operation, Map<String, Usage> used, double operations) {
		var rows = new LinkedHashMap<String, Map<String, Double>>();
		rows.put("all", row(operation, Usage.sum(used), operations));
		new TreeMap<>(used).forEach((server, usage) -> rows.put(server, row(operation, usage, operations)));
		return new ResultTable("process", rows);
	}

	private static Map<String, Double> row(String operation, Usage usage, double operations) {
		var row = new LinkedHashMap<String, Double>();
		row.put(operation, usage.cpuMillis() / operations);
		row.put("RSS MB", usage.rssKb() / 1_024.0);
		return row;
	}

	/** Returns a table with the rows of two tables. */
	public static ResultTable merge(ResultTable one, ResultTable other) {
		var rows = new LinkedHashMap<>(one.rows());
		rows.putAll(other.rows());
		return new ResultTable(one.title(), rows);
	}

	@Override
	public String toString() {
		var columns = this.rows.values().stream().flatMap((row) -> row.keySet().stream()).distinct().toList();
		var head = line(Stream.concat(Stream.of(this.title), columns.stream()));
		var rule = line(Stream.concat(Stream.of("---"), columns.stream().map((_) -> "---:")));
		var body = this.rows.entrySet()
			.stream()
			.map((row) -> line(Stream.concat(Stream.of(row.getKey()),
					columns.stream().map((column) -> format(row.getValue().get(column))))));
		return Stream.concat(Stream.of(head, rule), body).collect(Collectors.joining("\n"));
	}

	/** Returns the tables one below the other. */
	public static String markdown(List<ResultTable> tables) {
		return tables.stream().map(ResultTable::toString).collect(Collectors.joining("\n\n"));
	}

	/** Returns the figures of all tables: row, column, figure. */
	public static Map<String, Map<String, Double>> json(List<ResultTable> tables) {
		var json = new LinkedHashMap<String, Map<String, Double>>();
		tables.forEach((table) -> table.rows()
			.forEach((name, row) -> json.computeIfAbsent(name, (_) -> new LinkedHashMap<>()).putAll(row)));
		return json;
	}

	private static String line(Stream<String> cells) {
		return cells.collect(Collectors.joining(" | ", "| ", " |"));
	}

	private static String format(@Nullable Double figure) {
		if (figure == null) {
			return "";
		}
		return String.format(Locale.ROOT, (figure < SMALL) ? "%,.2f" : "%,.0f", figure);
	}

}
