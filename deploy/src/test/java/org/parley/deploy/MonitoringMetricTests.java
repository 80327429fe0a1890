package org.parley.deploy;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Alerts and dashboards name only metrics that exist. */
class MonitoringMetricTests {

	private final MetricsInCode metricsInCode = new MetricsInCode(RepositoryFiles.ROOT, modules());

	@Test
	void metricsOfParleyAreInCode() {
		assertThat(MonitoringQueries.metrics().stream().filter((name) -> name.startsWith("parley_")))
			.hasSizeGreaterThan(50)
			.allMatch(this.metricsInCode::has);
	}

	/** The names are those of a scrape of all processes and of RabbitMQ. */
	@Test
	void metricsOfLibrariesWereScraped() {
		assertThat(MonitoringQueries.metrics().stream().filter((name) -> !name.startsWith("parley_")))
			.hasSizeGreaterThan(15)
			.isSubsetOf(RepositoryFiles.text("deploy/src/test/resources/metrics.txt").lines().toList());
	}

	@ParameterizedTest
	@ValueSource(strings = { "parley_outbox_pending", "parley_outbox_oldest_seconds", "parley_outbox_sent_total",
			"parley_gateway_revocations_behind_seconds", "parley_job_runs_seconds_count", "parley_mails_total",
			"parley_gateway_guest_cache_bytes" })
	void registeredMetricIsFound(String name) {
		assertThat(this.metricsInCode.has(name)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "parley_outbox_waiting", "parley_mails", "parley_mails_count", "parley_mail_total",
			"parley_forum_revocations_older_seconds", "parley_checks_waiting_total", "parley_job_runs_total",
			"parley_cache_hits" })
	void misspelledMetricIsNotFound(String name) {
		assertThat(this.metricsInCode.has(name)).isFalse();
	}

	@Test
	void metricsAreFoundInQuery() {
		assertThat(MonitoringQueries.metrics(
				"max by (job) (rate(a_total{b=\"c_total\"}[5m])) / sum without (d_e) (f) > 0.5 and absent(up == 1)"))
			.containsExactly("a_total", "f", "up");
	}

	private static List<String> modules() {
		var platform = RepositoryFiles.modules()
			.stream()
			.filter((module) -> module.startsWith("platform/platform-"))
			.filter((module) -> !module.endsWith("-test") && !module.endsWith("-it"));
		return Stream.concat(platform, RepositoryFiles.deployedModules().stream()).toList();
	}

}
