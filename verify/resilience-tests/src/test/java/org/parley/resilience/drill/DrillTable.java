package org.parley.resilience.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The results of drills as a Markdown table.
 *
 * @param results the results
 */
record DrillTable(List<DrillResult> results) {

	private static final String HEAD = """
			| drill | accepted | refused | retried, resolved | unknown | lost | twice | out of order | redeliveries | faults | restarts | effect after response, p95 | max | took |
			| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |""";

	@Override
	public String toString() {
		return Stream.concat(Stream.of(HEAD), this.results.stream().map(DrillTable::row))
			.collect(Collectors.joining("\n"));
	}

	private static String row(DrillResult drillResult) {
		var verdict = drillResult.verdict();
		return String.format(Locale.ROOT,
				"| %s: %s | %,d | %,d | %,d | %d | **%d** | **%d** | **%d** | %,d | %d | %d | %s | %s | %d s |",
				drillResult.drill().name(), drillResult.drill().what(), verdict.accepted(), verdict.refused(),
				verdict.resolved(), verdict.unknown(), verdict.lost(), verdict.twice(), verdict.outOfOrder(),
				verdict.repeated(), drillResult.faults(), drillResult.restarts(), format(verdict.delay(95)),
				format(verdict.delay(100)), drillResult.took().toSeconds());
	}

	private static String format(Duration time) {
		return (time.toMillis() < 10_000) ? time.toMillis() + " ms" : time.toSeconds() + " s";
	}

	void write(Path file) {
		try {
			Files.writeString(file, this + "\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
