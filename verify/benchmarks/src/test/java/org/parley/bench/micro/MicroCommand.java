package org.parley.bench.micro;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.parley.bench.process.ProgramOutput;
import org.parley.bench.report.ReportOutput;
import org.parley.bench.report.ResultTable;
import org.parley.launcher.catalogue.CataloguedApplication.Jvm;
import org.parley.launcher.checkout.Checkout;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures single functions with JMH, each class of benchmarks in a process of its own
 * with the flags of a busy service.
 */
@Command(name = "micro",
		description = "Measure single functions with JMH: rendering, cursors, tokens, envelopes. No Parley needs to run.")
public final class MicroCommand implements Callable<Integer> {

	/** JMH uses this class, which Java warns of. */
	private static final String QUIET = "--sun-misc-unsafe-memory-access=allow";

	@Option(names = "--iterations", paramLabel = "N", defaultValue = "3",
			description = "seconds of warm-up, and of measurement, of each function")
	private int iterations;

	@Mixin
	private ReportOutput output = new ReportOutput();

	private final Checkout checkout = Checkout.here();

	@Override
	public Integer call() {
		var rows = new LinkedHashMap<String, Map<String, Double>>();
		run(List.of()).lines().forEach((type) -> rows.putAll(measure(type)));
		this.output.print(new ResultTable("function", rows), rows);
		return 0;
	}

	private Map<String, Map<String, Double>> measure(String type) {
		try {
			var results = Files.createTempFile("parley-micro", ".json");
			try {
				run(List.of(type, String.valueOf(this.iterations), results.toString()));
				return rows(Files.readString(results));
			}
			finally {
				Files.deleteIfExists(results);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Returns the figures of JMH's results, by function. */
	static Map<String, Map<String, Double>> rows(String results) {
		var rows = new LinkedHashMap<String, Map<String, Double>>();
		JsonMapper.shared().readTree(results).forEach((result) -> {
			var name = result.path("benchmark").asString();
			rows.put(name.substring(name.lastIndexOf('.') + 1), row(result));
		});
		return rows;
	}

	private static Map<String, Double> row(JsonNode result) {
		var row = new LinkedHashMap<String, Double>();
		put(row, "µs", result.at("/primaryMetric/score"));
		put(row, "± µs", result.at("/primaryMetric/scoreError"));
		put(row, "bytes allocated", result.at("/secondaryMetrics/gc.alloc.rate.norm/score"));
		return row;
	}

	/** JMH writes the error of few iterations as the text NaN. */
	private static void put(Map<String, Double> row, String column, JsonNode figure) {
		if (figure.isNumber()) {
			row.put(column, figure.asDouble());
		}
	}

	private String run(List<String> arguments) {
		var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		var command = Stream
			.of(List.of(java, QUIET), Jvm.SMALL.flags(),
					List.of("-jar", this.checkout.jar("verify/benchmarks/micro").toString()), arguments)
			.flatMap(List::stream)
			.toList();
		return ProgramOutput.of(command, "The benchmarks failed:");
	}

}
