package org.parley.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class DashboardTests {

	@Test
	void dashboardsHaveOwnIds() {
		assertThat(dashboards()).hasSizeGreaterThanOrEqualTo(6)
			.extracting((dashboard) -> dashboard.path("uid").asText())
			.doesNotHaveDuplicates()
			.allMatch((uid) -> uid.matches("parley-[a-z-]{1,33}"));
	}

	@ParameterizedTest
	@MethodSource("dashboards")
	void panelsAreComplete(JsonNode dashboard) {
		assertThat(dashboard.path("panels")).isNotEmpty().allSatisfy((panel) -> {
			assertThat(panel.path("title").asText()).isNotBlank();
			assertThat(panel.at("/fieldConfig/defaults/unit").asText()).isNotBlank();
			assertThat(panel.path("targets")).isNotEmpty()
				.allMatch((target) -> !target.path("legendFormat").asText().isBlank());
			assertThat(panel.at("/datasource/uid").asText())
				.isEqualTo(RepositoryFiles.yaml("deploy/observability/grafana/provisioning/datasources/prometheus.yml")
					.at("/datasources/0/uid")
					.asText());
		});
		assertThat(dashboard.path("panels").valueStream().map((panel) -> panel.path("id").asInt()))
			.doesNotHaveDuplicates();
		assertThat(dashboard.path("panels")
			.valueStream()
			.map((panel) -> panel.at("/gridPos/x") + "," + panel.at("/gridPos/y"))).doesNotHaveDuplicates();
	}

	/** Descriptions name the alerts that belong to a panel. */
	@Test
	void everyAlertHasPanel() {
		var descriptions = MonitoringQueries.panels()
			.map((panel) -> panel.path("description").asText())
			.collect(Collectors.joining(" "));
		assertThat(MonitoringQueries.alerts()).extracting((alert) -> alert.path("alert").asText())
			.allMatch(descriptions::contains);
	}

	/** Servers of sockets that do not run at present would always be open. */
	@Test
	void openCircuitsAreThoseOfTheirAlert() {
		var panel = MonitoringQueries.panels()
			.filter((one) -> one.path("title").asText().equals("Open circuits"))
			.findFirst()
			.orElseThrow();
		var alert = MonitoringQueries.alerts()
			.stream()
			.filter((one) -> one.path("alert").asText().equals("CircuitOpen"))
			.findFirst()
			.orElseThrow();
		assertThat(panel.at("/targets/0/expr").asText() + " == 1").isEqualTo(alert.path("expr").asText());
	}

	@Test
	void queriesAreValid(@TempDir Path folder) throws IOException {
		var queries = MonitoringQueries.ofDashboards();
		assertThat(check(folder, queries)).isZero();
		assertThat(check(folder, List.of("sum(up"))).isEqualTo(1);
	}

	private static int check(Path folder, List<String> queries) throws IOException {
		var rules = IntStream.range(0, queries.size())
			.mapToObj((index) -> RepositoryFiles.JSON.createObjectNode()
				.put("record", "query:" + index)
				.put("expr", queries.get(index)))
			.toList();
		var groups = RepositoryFiles.JSON.createObjectNode();
		groups.putArray("groups").addObject().put("name", "queries").putArray("rules").addAll(rules);
		var file = folder.resolve("rules.yml");
		Files.writeString(file, groups.toString());
		return Promtool.run("check", "rules", file).status();
	}

	static List<JsonNode> dashboards() {
		return MonitoringQueries.dashboards();
	}

}
