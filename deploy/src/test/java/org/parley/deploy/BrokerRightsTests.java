package org.parley.deploy;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rights at RabbitMQ are those that the catalogue asks for. A broker lets services
 * work with them, and do nothing else: {@code BrokerRightsIT} of platform-events.
 */
class BrokerRightsTests {

	private static final String FILE = "deploy/rabbitmq/definitions.json";

	private final BrokerPermissions permissions = new BrokerPermissions(
			House.yaml("contracts/src/main/resources/catalogue.yml"));

	@Test
	void definitionsAreMadeFromTheCatalogue() {
		var text = House.text(FILE);
		var start = text.indexOf("    {\n      \"user\": ");
		var made = text.substring(0, start) + this.permissions.text(services());
		if (Boolean.getBoolean("parley.contracts.update")) {
			House.write(FILE, made);
		}
		assertThat(House.text(FILE)).as("-Dparley.contracts.update=true writes it").isEqualTo(made);
	}

	@Test
	void everyServiceIsAUser() {
		assertThat(services()).containsExactlyInAnyOrderElementsOf(ServerUsersTests.services().toList());
	}

	@Test
	void administratorAloneMayDoEverything() {
		assertThat(House.json(FILE).path("permissions").valueStream())
			.filteredOn((permission) -> "amq.default".matches(permission.path("write").asText()))
			.singleElement()
			.matches((permission) -> permission.path("user").asText().equals("admin"));
	}

	@Test
	void noServiceWritesToLettersOfAnother() {
		services().forEach((service) -> assertThat(this.permissions.queues()
			.filter((queue) -> !this.permissions.listenedTo(service).contains(queue))
			.flatMap((queue) -> Stream.of(queue + ".letters", queue + ".dlq")))
			.noneMatch((name) -> name.matches(write(service))));
	}

	private static String write(String service) {
		return House.json(FILE)
			.path("permissions")
			.valueStream()
			.filter((permission) -> permission.path("user").asText().equals(service))
			.findFirst()
			.orElseThrow()
			.path("write")
			.asText();
	}

	private static List<String> services() {
		return House.json(FILE)
			.path("users")
			.valueStream()
			.map((user) -> user.path("name").asText())
			.filter((name) -> !name.equals("admin"))
			.toList();
	}

}
