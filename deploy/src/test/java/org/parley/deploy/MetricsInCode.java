package org.parley.deploy;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The metrics that the main code registers, found in its text: most counters appear in a
 * scrape only when something is counted.
 */
final class MetricsInCode {

	/** A name that is written out or joined of texts and expressions. */
	private static final Pattern NAME = Pattern.compile("(?:\\b([Cc]ounter|[Tt]imer|[Gg]auge)\\W+(?:builder\\W+)?)?"
			+ "\"(parley\\.[a-z.]*)\"((?:\\s*\\+\\s*(?:\"[^\"]*\"|[\\w.]+(?:\\([^()]*\\))?))*)");

	private static final Pattern JOINED = Pattern.compile("\"([^\"]*)\"|([\\w.]+(?:\\([^()]*\\))?)");

	private static final Pattern SUFFIX = Pattern.compile("_total|_seconds_(?:count|sum|max|bucket)|_seconds|_bytes");

	private final List<Metric> metrics;

	MetricsInCode(Path root, List<String> modules) {
		this.metrics = modules.stream()
			.flatMap((module) -> RepositoryFiles.sources(root.resolve(module)))
			.filter((source) -> source.contains("io.micrometer"))
			.flatMap((source) -> RepositoryFiles.find(NAME, source).map((name) -> Metric.of(name, source)))
			.toList();
	}

	/** Checks whether a metric, by its name in Prometheus, is registered. */
	boolean has(String name) {
		return Stream.concat(Stream.of(""), RepositoryFiles.find(SUFFIX, name).map(MatchResult::group))
			.filter(name::endsWith)
			.anyMatch((suffix) -> this.metrics.stream().anyMatch((metric) -> metric.isCalled(name, suffix)));
	}

	/**
	 * A registered metric.
	 *
	 * @param kind its kind in lower case, or empty if the code names it elsewhere
	 * @param name a pattern of its name in Prometheus
	 * @param source the code, which contains the parts that vary
	 */
	private record Metric(String kind, Pattern name, String source) {

		static Metric of(MatchResult match, String source) {
			var kind = (match.group(1) != null) ? match.group(1).toLowerCase(Locale.ROOT) : "";
			var rest = RepositoryFiles.find(JOINED, match.group(3))
				.map((part) -> (part.group(1) != null) ? Pattern.quote(part.group(1).replace('.', '_')) : "([a-z_]+)")
				.collect(Collectors.joining());
			return new Metric(kind, Pattern.compile(Pattern.quote(match.group(2).replace('.', '_')) + rest), source);
		}

		boolean isCalled(String prometheus, String suffix) {
			var fits = switch (this.kind) {
				case "counter" -> suffix.equals("_total");
				case "timer" -> suffix.startsWith("_seconds_");
				case "gauge" -> !suffix.equals("_total") && !suffix.startsWith("_seconds_");
				default -> true;
			};
			var matcher = this.name.matcher(prometheus.substring(0, prometheus.length() - suffix.length()));
			return fits && matcher.matches()
					&& Stream.iterate(1, (group) -> group <= matcher.groupCount(), (group) -> group + 1)
						.allMatch((group) -> isNamed(matcher.group(group)));
		}

		/** A part that varies is a text in the same code, or a service. */
		private boolean isNamed(String part) {
			return this.source.contains("\"" + part.replace('_', '.') + "\"") || RepositoryFiles.applications()
				.stream()
				.anyMatch((name) -> name.replace("-service", "").equals(part));
		}

	}

}
