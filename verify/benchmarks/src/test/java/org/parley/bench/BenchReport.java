package org.parley.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parley.bench.load.Scenario;
import org.parley.bench.report.ResultTable;
import org.parley.bench.report.TextTable;

/**
 * The result of a load benchmark, as a table and as JSON.
 *
 * @param rounds the rounds of each scenario
 */
record BenchReport(Map<Scenario, List<BenchRound>> rounds) {

	private static final double MICROS_PER_MILLI = 1_000;

	private static final double KB_PER_MB = 1_024;

	private static final List<Line> FIGURES = List.of(new Line("requests/s", 0, (round) -> round.load().perSecond()),
			new Line("p50 ms", 1, (round) -> round.load().p50() / MICROS_PER_MILLI),
			new Line("p95 ms", 1, (round) -> round.load().p95() / MICROS_PER_MILLI),
			new Line("p99 ms", 1, (round) -> round.load().p99() / MICROS_PER_MILLI),
			new Line("max ms", 1, (round) -> round.load().max() / MICROS_PER_MILLI),
			new Line("errors", 0, (round) -> round.load().errors()),
			new Line("bytes each", 0, (round) -> round.load().bytesEach()),
			new Line("CPU ms each", 3, BenchRound::cpuMillisEach));

	long errors() {
		return all().mapToLong((round) -> round.load().errors()).sum();
	}

	@Override
	public String toString() {
		return figures() + "\n\n" + costs();
	}

	private TextTable figures() {
		var table = new TextTable().row(head("median (min–max)"));
		FIGURES.forEach((line) -> table.row(cells(line)));
		return table;
	}

	private TextTable costs() {
		var head = head("CPU ms each, by server");
		head.add("RSS MB");
		var table = new TextTable().row(head);
		servers().forEach((server) -> {
			var cells = cells(cpu(server));
			cells.add(rss(server).format(0));
			table.row(cells);
		});
		return table;
	}

	Map<String, Object> json() {
		var json = new LinkedHashMap<String, Object>();
		this.rounds.forEach((scenario, seen) -> {
			var figures = new LinkedHashMap<String, Object>();
			Stream.concat(FIGURES.stream(), servers().stream().map(BenchReport::cpu))
				.forEach((line) -> figures.put(line.name(), Figure.of(seen, line.figure())));
			json.put(scenario.name(), figures);
		});
		json.put("RSS MB", servers().stream().collect(Collectors.toMap(Function.identity(), this::rss)));
		return json;
	}

	/** Returns the medians of each scenario, and each server's processor time. */
	List<ResultTable> tables() {
		var reads = new LinkedHashMap<String, Map<String, Double>>();
		var costs = new LinkedHashMap<String, Map<String, Double>>();
		this.rounds.forEach((scenario, seen) -> {
			var row = new LinkedHashMap<String, Double>();
			FIGURES.forEach((line) -> row.put(line.name(), Figure.of(seen, line.figure()).median()));
			reads.put(scenario.name(), row);
			servers().forEach((server) -> costs.computeIfAbsent(server, (_) -> new LinkedHashMap<>())
				.put("CPU ms per " + scenario.name(), Figure.of(seen, cpu(server).figure()).median()));
		});
		return List.of(new ResultTable("read", reads), new ResultTable("process", costs));
	}

	private List<String> head(String first) {
		var head = new ArrayList<>(List.of(first));
		this.rounds.keySet().forEach((scenario) -> head.add(scenario.name()));
		return head;
	}

	private List<String> cells(Line line) {
		var cells = new ArrayList<>(List.of(line.name()));
		this.rounds.values().forEach((seen) -> cells.add(Figure.of(seen, line.figure()).format(line.decimals())));
		return cells;
	}

	private static Line cpu(String server) {
		return new Line(server, 3, (round) -> round.cpuMillisEach(server));
	}

	private Figure rss(String server) {
		return Figure.of(all().toList(), (round) -> round.used().getOrDefault(server, Usage.NONE).rssKb() / KB_PER_MB);
	}

	private List<String> servers() {
		return all().map((round) -> round.used().keySet()).flatMap(Set::stream).distinct().sorted().toList();
	}

	private Stream<BenchRound> all() {
		return this.rounds.values().stream().flatMap(List::stream);
	}

	/** A row of the table with one figure of every scenario. */
	private record Line(String name, int decimals, ToDoubleFunction<BenchRound> figure) {
	}

}
