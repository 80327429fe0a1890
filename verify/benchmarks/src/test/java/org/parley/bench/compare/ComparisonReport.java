package org.parley.bench.compare;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.parley.bench.report.TextTable;

/**
 * The differences between two builds, as a table and as JSON.
 *
 * @param differences the differences by figure
 */
record ComparisonReport(Map<String, Difference> differences) {

	@Override
	public String toString() {
		var table = new TextTable().row("", "a", "b", "b / a", "p", "verdict");
		this.differences
			.forEach((figure, difference) -> table.row(figure, format(difference.a()), format(difference.b()),
					format(difference.ratio()), format(difference.probability()), difference.verdict()));
		return table.toString();
	}

	Map<String, Map<String, Object>> json() {
		var json = new LinkedHashMap<String, Map<String, Object>>();
		this.differences.forEach((figure, difference) -> json.put(figure, difference.json()));
		return json;
	}

	private static String format(double figure) {
		return String.format(Locale.ROOT, "%,.3f", figure);
	}

}
