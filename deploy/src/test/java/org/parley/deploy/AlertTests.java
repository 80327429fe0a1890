package org.parley.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class AlertTests {

	private static final Path RUNBOOKS = RepositoryFiles.ROOT.resolve("docs/operations/runbooks");

	private static final String TESTS = "tests/rules-test.yml";

	private static final JsonNode UNIT_TESTS = RepositoryFiles.yaml("deploy/observability/prometheus/" + TESTS)
		.path("tests");

	@Test
	void alertsFireAndStayQuiet() {
		var result = Promtool.run("test", "rules", Promtool.prometheus(TESTS));
		assertThat(result.status()).as(result.output()).isZero();
	}

	@Test
	void changedThresholdFailsTests(@TempDir Path folder) throws IOException {
		var rules = Files.readString(Promtool.prometheus("rules.yml"));
		Files.writeString(folder.resolve("rules.yml"), rules.replace("oldest_seconds) > 60", "oldest_seconds) > 600"));
		var tests = RepositoryFiles.JSON.createObjectNode();
		tests.putArray("rule_files").add("rules.yml");
		UNIT_TESTS.valueStream()
			.filter((test) -> test.path("name").asText().startsWith("OutboxStuck"))
			.forEach(tests.putArray("tests")::add);
		Files.writeString(folder.resolve("tests.yml"), tests.toString());
		var result = Promtool.run("test", "rules", folder.resolve("tests.yml"));
		assertThat(result.status()).isEqualTo(1);
		assertThat(result.output()).contains("OutboxStuck");
	}

	@Test
	void configurationIsValid() {
		var result = Promtool.run("check", "config", "--lint-fatal", Promtool.prometheus("prometheus.yml"));
		assertThat(result.status()).as(result.output()).isZero();
	}

	@ParameterizedTest
	@MethodSource("alerts")
	void alertHasSeverityAndSummary(JsonNode alert) {
		assertThat(alert.at("/labels/severity").asText()).isIn("critical", "warning");
		assertThat(alert.at("/annotations/summary").asText()).isNotBlank();
	}

	@ParameterizedTest
	@MethodSource("alerts")
	void alertHasBothTests(JsonNode alert) {
		var name = alert.path("alert").asText();
		assertThat(UNIT_TESTS.valueStream()
			.filter((test) -> test.at("/alert_rule_test/0/alertname").asText().equals(name))
			.map((test) -> test.at("/alert_rule_test/0/exp_alerts").isEmpty())).containsExactly(false, true);
	}

	@ParameterizedTest
	@MethodSource("alerts")
	void alertHasRunbook(JsonNode alert) throws IOException {
		var text = Files.readString(RUNBOOKS.resolve(alert.path("alert").asText() + ".md"));
		assertThat(text).startsWith("# " + alert.path("alert").asText() + "\n");
		assertThat(
				RepositoryFiles.find(Pattern.compile("(?m)^## (.+)\n\n\\S"), text).map((heading) -> heading.group(1)))
			.containsExactly("Meaning", "Impact", "Diagnosis", "Mitigation", "Resolved when");
	}

	@Test
	void everyRunbookHasAlert() throws IOException {
		try (var files = Files.list(RUNBOOKS)) {
			assertThat(files.map((file) -> file.getFileName().toString().replace(".md", "")))
				.containsExactlyInAnyOrderElementsOf(Stream.concat(Stream.of("README"), names().stream()).toList());
		}
		var index = Files.readString(RUNBOOKS.resolve("README.md"));
		assertThat(names()).allMatch((name) -> index.contains("(" + name + ".md)"));
	}

	@Test
	void alertsLinkToRunbooks() {
		var relabeling = RepositoryFiles.yaml("deploy/observability/prometheus/prometheus.yml")
			.at("/alerting/alert_relabel_configs/0");
		assertThat(relabeling.at("/source_labels/0").asText()).isEqualTo("alertname");
		assertThat(relabeling.path("replacement").asText()).isEqualTo("docs/operations/runbooks/$1.md");
		var rules = HelmChart.render("monitoring: {enabled: true, runbooks: 'https://example.org/'}")
			.get("PrometheusRule", "parley");
		assertThat(rules.findValuesAsText("runbook_url"))
			.containsExactlyElementsOf(names().stream().map((name) -> "https://example.org/" + name + ".md").toList());
		assertThat(rules.findValuesAsText("expr")).containsExactlyElementsOf(
				MonitoringQueries.alerts().stream().map((alert) -> alert.path("expr").asText()).toList());
	}

	/** The config server's metrics need its password; the web client has none. */
	@Test
	void prometheusScrapesAllProcessesOfCompose() {
		var names = RepositoryFiles.yaml("deploy/observability/prometheus/scrape/compose.yml")
			.at("/scrape_configs/0/dns_sd_configs/0/names")
			.valueStream()
			.map(JsonNode::asText);
		assertThat(names).containsExactlyInAnyOrderElementsOf(HelmChartProcessTests.processes()
			.filter((name) -> !Set.of("config-server", "web").contains(name))
			.toList());
	}

	private static List<String> names() {
		return MonitoringQueries.alerts().stream().map((alert) -> alert.path("alert").asText()).toList();
	}

	static List<JsonNode> alerts() {
		return MonitoringQueries.alerts();
	}

}
