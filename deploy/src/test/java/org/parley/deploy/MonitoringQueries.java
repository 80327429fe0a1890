package org.parley.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** The queries of alerts and dashboards. */
final class MonitoringQueries {

	static final String RULES = "deploy/observability/prometheus/rules.yml";

	private static final Path DASHBOARDS = RepositoryFiles.ROOT.resolve("deploy/observability/grafana/dashboards");

	/** Parts of a query that contain no metrics: texts, labels, durations, groupings. */
	private static final Pattern NO_METRICS = Pattern
		.compile("\"[^\"]*\"|\\{[^}]*}|\\[[^]]*]|\\b(?:by|without)\\s*\\([^)]*\\)");

	private static final Pattern METRIC = Pattern.compile("\\b[a-z][a-z0-9_]*\\b(?!\\s*\\()");

	private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "sum", "min", "max", "avg");

	private MonitoringQueries() {
	}

	static List<JsonNode> alerts() {
		return RepositoryFiles.yaml(RULES)
			.path("groups")
			.valueStream()
			.flatMap((group) -> group.path("rules").valueStream())
			.toList();
	}

	static List<JsonNode> dashboards() {
		try (var files = Files.list(DASHBOARDS)) {
			return files.sorted()
				.map((file) -> RepositoryFiles.json("deploy/observability/grafana/dashboards/" + file.getFileName()))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Stream<JsonNode> panels() {
		return dashboards().stream().flatMap((dashboard) -> dashboard.path("panels").valueStream());
	}

	static List<String> ofDashboards() {
		return panels().flatMap((panel) -> panel.path("targets").valueStream())
			.map((target) -> target.path("expr").asText())
			.toList();
	}

	/** Returns the metrics in all queries. */
	static Set<String> metrics() {
		var ofAlerts = alerts().stream().map((alert) -> alert.path("expr").asText());
		return Stream.concat(ofAlerts, ofDashboards().stream())
			.flatMap((query) -> metrics(query).stream())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	static Set<String> metrics(String query) {
		var bare = NO_METRICS.matcher(query).replaceAll(" ");
		return RepositoryFiles.find(METRIC, bare)
			.map((name) -> name.group())
			.filter((name) -> !OPERATORS.contains(name))
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
