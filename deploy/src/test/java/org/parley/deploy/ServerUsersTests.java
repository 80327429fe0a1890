package org.parley.deploy;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class ServerUsersTests {

	private static final Pattern REDIS_USER = Pattern.compile("(?m)^user (\\S+) on (.*)$");

	private static final Pattern MONGODB_USER = Pattern.compile("\"([a-z]+-service)\",");

	private static final Pattern PASSWORD = Pattern.compile("\\$\\{([A-Z_]+_PASSWORD)}");

	@ParameterizedTest
	@MethodSource("services")
	void everyServiceHasUserInItsServers(String service) {
		var environment = RepositoryFiles.yaml("docker-compose.yml").at("/services/" + service + "/environment");
		var password = "${" + passwordOf(service);
		for (var uri : List.of("PARLEY_MONGODB_URI", "PARLEY_AMQP_URI", "PARLEY_REDIS_URI")) {
			assertThat(environment.path(uri).asText("://" + service + ":" + password))
				.contains("://" + service + ":" + password);
		}
		assertThat(RepositoryFiles.text("deploy/mongodb/init.js").contains("\"" + service + "\""))
			.isEqualTo(environment.has("PARLEY_MONGODB_URI"));
	}

	@ParameterizedTest
	@CsvSource({ "rabbitmq, deploy/rabbitmq/definitions.json", "redis, deploy/redis/users.acl" })
	void serverReceivesPasswordsOfItsUsers(String server, String users) {
		assertThat(RepositoryFiles.find(PASSWORD, RepositoryFiles.text(users)).map((password) -> password.group(1)))
			.isNotEmpty()
			.allMatch(environmentOf(server)::has);
	}

	@Test
	void mongodbInitReceivesPasswordsOfUsers() {
		assertThat(RepositoryFiles.find(MONGODB_USER, RepositoryFiles.text("deploy/mongodb/init.js"))
			.map((user) -> passwordOf(user.group(1)))).isNotEmpty().allMatch(environmentOf("mongodb-init")::has);
	}

	/**
	 * Besides its own prefix a user may access revocations, which only auth-service
	 * writes.
	 */
	@Test
	void redisUserAccessesOwnKeysAndChannelsOnly() {
		var users = RepositoryFiles.find(REDIS_USER, RepositoryFiles.text("deploy/redis/users.acl"))
			.filter((user) -> !user.group(1).equals("admin"))
			.toList();
		assertThat(users).map((user) -> user.group(1)).containsExactlyInAnyOrderElementsOf(services().toList());
		assertThat(users)
			.allSatisfy(
					(user) -> assertThat(scopes(user.group(2))).containsExactlyElementsOf(
							Stream
								.concat(Stream.of("~" + user.group(1) + ":*", "&" + user.group(1) + ":*"),
										user.group(1).equals("auth-service")
												? Stream.of("~revocations:*", "&revocations") : Stream.empty())
								.toList()));
	}

	@Test
	void readersOfForeignChannelsCannotPublishThere() {
		var others = RepositoryFiles.find(REDIS_USER, RepositoryFiles.text("deploy/redis/users.acl"))
			.filter((user) -> user.group(2).contains("("))
			.collect(Collectors.toMap((user) -> user.group(1), (user) -> user.group(2).replaceAll("^[^(]*", "")));
		assertThat(others).containsOnlyKeys("gateway", "realtime-service");
		var revocations = "(+subscribe +get +mget +exists &revocations %R~revocations:*)";
		assertThat(others).containsEntry("gateway", revocations)
			.containsEntry("realtime-service", revocations + " (+subscribe &chat-service:unsent-events)");
	}

	private static List<String> scopes(String rules) {
		return Stream.of(rules.replaceAll("\\(.*\\)", "").split(" ", -1)).filter(ServerUsersTests::isScope).toList();
	}

	static Stream<String> services() {
		return RepositoryFiles.applications().stream().filter((name) -> !name.equals("config-server"));
	}

	private static JsonNode environmentOf(String container) {
		return RepositoryFiles.yaml("docker-compose.yml").path("services").path(container).path("environment");
	}

	private static String passwordOf(String service) {
		return service.toUpperCase(Locale.ROOT).replace('-', '_') + "_PASSWORD";
	}

	private static boolean isScope(String word) {
		return word.startsWith("~") || word.startsWith("&");
	}

}
