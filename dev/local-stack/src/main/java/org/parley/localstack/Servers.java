package org.parley.localstack;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The administrator addresses of running servers, with credentials.
 *
 * @param mongoUri address of a replica set
 * @param amqpUri address of RabbitMQ; the virtual host is ignored
 * @param rabbitManagement address of RabbitMQ's HTTP API, without {@code /api}
 * @param redisUri address with a user that may manage ACLs
 */
public record Servers(String mongoUri, String amqpUri, URI rabbitManagement, String redisUri) {

	private static final String MONGO = "PARLEY_MONGODB_URI";

	private static final String AMQP = "PARLEY_AMQP_URI";

	private static final String MANAGEMENT = "PARLEY_RABBIT_MGMT_URL";

	private static final String REDIS = "PARLEY_REDIS_URI";

	private static final int MANAGEMENT_PORT = 15672;

	/**
	 * Reads the servers from environment variables; empty if none is set.
	 * @throws StackUnavailableException if only some are set
	 */
	static Optional<Servers> fromEnvironment(Map<String, String> environment) {
		var missing = Stream.of(MONGO, AMQP, REDIS).filter((name) -> value(environment, name).isEmpty()).toList();
		if (missing.size() == 3) {
			return Optional.empty();
		}
		if (!missing.isEmpty()) {
			throw new StackUnavailableException(
					"Set %s as well, or none of %s.".formatted(missing, List.of(MONGO, AMQP, REDIS)));
		}
		var amqp = value(environment, AMQP);
		var management = Optional.of(value(environment, MANAGEMENT)).filter((url) -> !url.isEmpty()).map(URI::create);
		return Optional.of(new Servers(value(environment, MONGO), amqp,
				management.orElseGet(() -> defaultManagement(URI.create(amqp))), value(environment, REDIS)));
	}

	private static String value(Map<String, String> environment, String name) {
		return environment.getOrDefault(name, "");
	}

	private static URI defaultManagement(URI amqp) {
		return URI.create("http://%s@%s:%d".formatted(amqp.getRawUserInfo(), amqp.getHost(), MANAGEMENT_PORT));
	}

}
