package org.parley.deploy;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The RabbitMQ permissions match the event catalogue. {@code BrokerRightsIT} of
 * platform-messaging tests them at a broker.
 */
class BrokerRightsTests {

	private static final String FILE = "deploy/rabbitmq/definitions.json";

	private static final BrokerPermissions PERMISSIONS = new BrokerPermissions(
			RepositoryFiles.yaml("contracts/src/main/resources/catalogue.yml"));

	/** Before all tests, because the others read the file. */
	@BeforeAll
	static void update() {
		if (Boolean.getBoolean("parley.contracts.update")) {
			RepositoryFiles.write(FILE, generated());
			RepositoryFiles.write(ComposeTests.PRODUCTION,
					ComposeTests.withChecksums(RepositoryFiles.text(ComposeTests.PRODUCTION)));
		}
	}

	@Test
	void definitionsMatchCatalogue() {
		assertThat(RepositoryFiles.text(FILE)).as("repeat with -Dparley.contracts.update=true").isEqualTo(generated());
	}

	@Test
	void composeReplacesServersWhoseUsersChanged() {
		var compose = RepositoryFiles.text(ComposeTests.PRODUCTION);
		assertThat(compose).as("repeat with -Dparley.contracts.update=true")
			.isEqualTo(ComposeTests.withChecksums(compose));
	}

	private static String generated() {
		var text = RepositoryFiles.text(FILE);
		return text.substring(0, text.indexOf("    {\n      \"user\": ")) + PERMISSIONS.text(services());
	}

	@Test
	void everyServiceHasUser() {
		assertThat(services()).containsExactlyInAnyOrderElementsOf(ServerUsersTests.services().toList());
	}

	@Test
	void onlyAdministratorHasAllPermissions() {
		assertThat(RepositoryFiles.json(FILE).path("permissions").valueStream())
			.filteredOn((permission) -> "amq.default".matches(permission.path("write").asText()))
			.singleElement()
			.matches((permission) -> permission.path("user").asText().equals("admin"));
	}

	@Test
	void monitorReadsNoMessages() {
		assertThat(RepositoryFiles.json(FILE).path("permissions").valueStream())
			.filteredOn((permission) -> permission.path("user").asText().equals("monitor"))
			.singleElement()
			.satisfies((permission) -> assertThat(List.of("configure", "write", "read"))
				.allMatch((right) -> permission.path(right).asText().equals("^$")));
	}

	@Test
	void noServiceWritesToDeadLettersOfAnother() {
		services().forEach((service) -> assertThat(PERMISSIONS.queues()
			.filter((queue) -> !PERMISSIONS.consumedQueues(service).contains(queue))
			.flatMap((queue) -> Stream.of(queue + ".letters", queue + ".dlq")))
			.noneMatch((name) -> name.matches(write(service))));
	}

	private static String write(String service) {
		return RepositoryFiles.json(FILE)
			.path("permissions")
			.valueStream()
			.filter((permission) -> permission.path("user").asText().equals(service))
			.findFirst()
			.orElseThrow()
			.path("write")
			.asText();
	}

	private static List<String> services() {
		return RepositoryFiles.json(FILE)
			.path("users")
			.valueStream()
			.map((user) -> user.path("name").asText())
			.filter((name) -> !List.of("admin", "monitor").contains(name))
			.toList();
	}

}
