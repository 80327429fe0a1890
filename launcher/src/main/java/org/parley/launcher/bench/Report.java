package org.parley.launcher.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * What was measured, for people and for programs.
 *
 * @param rounds of each scenario
 */
record Report(Map<Scenario, List<Round>> rounds) {

	private static final double MICROS_PER_MILLI = 1_000;

	private static final double KB_PER_MB = 1_024;

	/** A line of the table: the same figure for every scenario. */
	private record Line(String name, ToDoubleFunction<Round> figure, int decimals) {

		static Line of(String name, int decimals, ToDoubleFunction<Round> figure) {
			return new Line(name, figure, decimals);
		}

	}

	long errors() {
		return this.rounds.values().stream().flatMap(List::stream).mapToLong((round) -> round.load().errors()).sum();
	}

	Table table() {
		var table = new Table();
		var head = new ArrayList<>(List.of("median (min–max)"));
		this.rounds.keySet().forEach((scenario) -> head.add(scenario.name()));
		table.row(head);
		lines().forEach((line) -> table.row(cells(line)));
		return table;
	}

	Map<String, Object> json() {
		var json = new LinkedHashMap<String, Object>();
		this.rounds.forEach((scenario, seen) -> {
			var figures = new LinkedHashMap<String, Object>();
			lines().forEach((line) -> figures.put(line.name(), Figure.of(seen, line.figure())));
			json.put(scenario.name(), figures);
		});
		return json;
	}

	private List<String> cells(Line line) {
		var cells = new ArrayList<>(List.of(line.name()));
		this.rounds.values().forEach((seen) -> cells.add(Figure.of(seen, line.figure()).shown(line.decimals())));
		return cells;
	}

	private List<Line> lines() {
		var lines = new ArrayList<>(List.of(Line.of("requests/s", 0, (round) -> round.load().perSecond()),
				Line.of("p50 ms", 1, (round) -> round.load().p50() / MICROS_PER_MILLI),
				Line.of("p95 ms", 1, (round) -> round.load().p95() / MICROS_PER_MILLI),
				Line.of("p99 ms", 1, (round) -> round.load().p99() / MICROS_PER_MILLI),
				Line.of("max ms", 1, (round) -> round.load().max() / MICROS_PER_MILLI),
				Line.of("errors", 0, (round) -> round.load().errors()),
				Line.of("bytes each", 0, (round) -> round.load().bytesEach()),
				Line.of("CPU ms each", 3, Round::cpuMillisEach)));
		servers().forEach((name) -> lines.add(Line.of("  " + name, 3, (round) -> round.cpuMillisEach(name))));
		servers().forEach((name) -> lines.add(Line.of("RSS MB " + name, 0,
				(round) -> round.used().getOrDefault(name, Usage.NONE).rssKb() / KB_PER_MB)));
		return lines;
	}

	private List<String> servers() {
		return this.rounds.values()
			.stream()
			.flatMap(List::stream)
			.map((round) -> round.used().keySet())
			.flatMap(Set::stream)
			.distinct()
			.sorted()
			.toList();
	}

}
