package org.parley.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.parley.bench.report.ResultTable;
import org.parley.bench.report.TextTable;
import org.parley.bench.timing.Timings;

/**
 * The result of timings, as a table and as JSON.
 *
 * @param timings the timings of each operation
 * @param ratios named ratios of timings
 */
record TimingReport(List<Timings> timings, Map<String, Double> ratios) {

	@Override
	public String toString() {
		var table = new TextTable().row("", "count", "per second", "p50 ms", "p95 ms", "max ms");
		this.timings.forEach(
				(timing) -> table.row(timing.name(), String.valueOf(timing.each().size()), format(timing.perSecond()),
						format(timing.millis(50)), format(timing.millis(95)), format(timing.millis(100))));
		this.ratios.forEach((name, ratio) -> table.row(name, String.format(Locale.ROOT, "%.2f", ratio)));
		return table.toString();
	}

	/** Returns the timings without the ratios. */
	ResultTable table(String title) {
		var rows = new LinkedHashMap<String, Map<String, Double>>();
		this.timings.forEach((timing) -> rows.put(timing.name(), timing.row()));
		return new ResultTable(title, rows);
	}

	Map<String, Object> json() {
		var json = new LinkedHashMap<String, Object>();
		this.timings.forEach((timing) -> json.put(timing.name(), timing.json()));
		json.putAll(this.ratios);
		return json;
	}

	private static String format(double figure) {
		return String.format(Locale.ROOT, "%,.1f", figure);
	}

}
