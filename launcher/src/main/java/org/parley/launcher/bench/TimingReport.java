package org.parley.launcher.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.parley.launcher.timing.Timings;

/**
 * What was timed, for people and for programs.
 *
 * @param timings of each thing that was done
 * @param ratios between them, by what they say
 */
record TimingReport(List<Timings> timings, Map<String, Double> ratios) {

	@Override
	public String toString() {
		var table = new TextTable().row("", "count", "a second", "p50 ms", "p95 ms", "worst ms");
		this.timings.forEach((one) -> table.row(one.name(), String.valueOf(one.each().size()), shown(one.perSecond()),
				shown(one.millis(50)), shown(one.millis(95)), shown(one.millis(100))));
		this.ratios.forEach((name, ratio) -> table.row(name, String.format(Locale.ROOT, "%.2f", ratio)));
		return table.toString();
	}

	Map<String, Object> json() {
		var json = new LinkedHashMap<String, Object>();
		this.timings.forEach((one) -> json.put(one.name(), one.json()));
		json.putAll(this.ratios);
		return json;
	}

	private static String shown(double figure) {
		return String.format(Locale.ROOT, "%,.1f", figure);
	}

}
