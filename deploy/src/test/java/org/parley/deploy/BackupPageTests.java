package org.parley.deploy;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The commands of {@code docs/operations/backup.md}. */
class BackupPageTests {

	private static final String PAGE = RepositoryFiles.text("docs/operations/backup.md");

	/** They use no database. */
	private static final Set<String> OTHERS = Set.of("config-server", "object-storage");

	@ParameterizedTest
	@ValueSource(strings = { "docker-compose.yml", "docker-compose.small.yml" })
	void everyApplicationIsStoppedBeforeRestore(String file) {
		var stopped = RepositoryFiles.find(Pattern.compile("docker compose stop \\$\\(.+ grep -E '([^']+)'\\)"), PAGE)
			.map((command) -> Pattern.compile(command.group(1)))
			.findFirst()
			.orElseThrow();
		var services = RepositoryFiles.yaml(file).path("services").properties();
		assertThat(services).filteredOn((service) -> stopped.matcher(service.getKey()).find())
			.map(Map.Entry::getKey)
			.containsExactlyElementsOf(services.stream()
				.filter((service) -> service.getValue().path("image").asText().startsWith("parley/")
						|| service.getKey().equals("web"))
				.map(Map.Entry::getKey)
				.filter((service) -> !OTHERS.contains(service))
				.toList());
	}

	@Test
	void everyProcessOfChartIsStoppedBeforeRestore() {
		assertThat(PAGE).contains("scale deployment,statefulset "
				+ "-l app.kubernetes.io/part-of=parley,app.kubernetes.io/name!=redis --replicas=0");
		var chart = HelmChart.render("");
		assertThat(chart.all("Deployment", "StatefulSet").filter((object) -> {
			var labels = object.at("/metadata/labels");
			return labels.path("app.kubernetes.io/part-of").asText().equals("parley")
					&& !labels.path("app.kubernetes.io/name").asText().equals("redis");
		})).containsExactlyInAnyOrderElementsOf(chart.processes().toList());
	}

	/** Their authors were told that they are safe. */
	@Test
	void acceptedMessagesStayInBroker() {
		assertThat(PAGE).doesNotContain("docker volume rm").contains("grep -v ^message_save |");
		assertThat(RepositoryFiles.yaml("contracts/src/main/resources/catalogue.yml").path("queues").properties())
			.map(Map.Entry::getKey)
			.filteredOn((queue) -> queue.startsWith("message_save"))
			.containsExactly("message_save");
	}

	@Test
	void passwordsOfPageExist() {
		assertThat(PAGE).contains("'{.data.MONGODB_ADMIN_PASSWORD}'", "sh -c 'valkey-cli --user admin",
				"parley-redis-0");
		assertThat(RepositoryFiles.text("docker-compose.yml")).contains("${MONGODB_ADMIN_PASSWORD:?");
		assertThat(HelmChart.render("").get("StatefulSet", "parley-redis").toString()).contains("valkey-server",
				"\"name\":\"REDIS_ADMIN_PASSWORD\"");
	}

	@Test
	void smallInstallationNamesItsFile() {
		assertThat(PAGE).containsSubsequence("`export COMPOSE_FILE=docker-compose.small.yml`", "docker compose");
	}

}
