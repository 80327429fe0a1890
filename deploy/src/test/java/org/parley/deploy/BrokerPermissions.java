package org.parley.deploy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Derives the minimal RabbitMQ permissions of each service from the event catalogue.
 * Write permission on a queue allows binding it; publishing to the default exchange is
 * forbidden.
 *
 * @param catalogue the event catalogue
 * @see <a href="https://www.rabbitmq.com/docs/access-control#authorisation">RabbitMQ:
 * Access Control</a>
 */
record BrokerPermissions(JsonNode catalogue) {

	/** Returns the permissions section of {@code definitions.json}. */
	String text(List<String> services) {
		return """
				%s
				  ],
				  "topic_permissions": [
				%s
				  ]
				}
				""".formatted(services.stream().map(this::permission).collect(Collectors.joining(",\n")),
				services.stream().flatMap(this::topicPermissions).collect(Collectors.joining(",\n")));
	}

	private String permission(String service) {
		var written = Stream.of(published(service).stream(), audience(service).stream(), own(service))
			.flatMap((some) -> some)
			.toList();
		return object("user", service, "vhost", "parley", "configure", regex(written), "write", regex(written), "read",
				regex(Stream.concat(readExchanges(service), own(service)).toList()));
	}

	private Stream<String> topicPermissions(String service) {
		return readExchanges(service).map((exchange) -> object("user", service, "vhost", "parley", "exchange", exchange,
				"write", regex(published(service).contains(exchange) ? spokenKeys(exchange) : List.of()), "read",
				regex(boundKeys(service, exchange))));
	}

	/** Returns the exchanges, the service's own first. */
	private Stream<String> readExchanges(String service) {
		var consumed = exchanges().filter((exchange) -> !published(service).contains(exchange))
			.filter((exchange) -> consumedQueues(service).stream().anyMatch((queue) -> consumes(queue, exchange)));
		return Stream.concat(published(service).stream(), consumed);
	}

	/** Returns the event types and the routing keys of snapshots. */
	private List<String> spokenKeys(String exchange) {
		var types = events(exchange).filter((event) -> !isSnapshot(event)).map(Map.Entry::getKey);
		var snapshots = queues()
			.filter((queue) -> events(exchange).anyMatch((event) -> isSnapshot(event) && isHeardBy(queue, event)))
			.map(BrokerPermissions::onlyTo);
		return Stream.concat(types, snapshots).toList();
	}

	/**
	 * Returns the routing keys of its own queues, and at its own exchange those of its
	 * consumers.
	 */
	private List<String> boundKeys(String service, String exchange) {
		var queues = published(service).contains(exchange)
				? Stream.concat(consumedQueues(service).stream(), audience(service).stream()).toList()
				: consumedQueues(service);
		var types = events(exchange).filter((event) -> !isSnapshot(event))
			.filter((event) -> queues.stream().anyMatch((queue) -> isHeardBy(queue, event)))
			.map(Map.Entry::getKey);
		var snapshots = queues()
			.filter((queue) -> queues.contains(queue)
					&& events(exchange).anyMatch((event) -> isSnapshot(event) && isHeardBy(queue, event)))
			.map(BrokerPermissions::onlyTo);
		return Stream.concat(types, snapshots).toList();
	}

	List<String> published(String service) {
		return exchanges()
			.filter((exchange) -> this.catalogue.at("/exchanges/" + exchange + "/publisher").asText().equals(service))
			.toList();
	}

	/** Returns the queues of other services that are bound to a service's exchanges. */
	private List<String> audience(String service) {
		return queues().filter(this::isShared)
			.filter((queue) -> !consumedQueues(service).contains(queue))
			.filter((queue) -> published(service).stream().anyMatch((exchange) -> consumes(queue, exchange)))
			.toList();
	}

	List<String> consumedQueues(String service) {
		return queues().filter((queue) -> queue(queue).path("listener").asText().equals(service)).toList();
	}

	private Stream<String> own(String service) {
		return consumedQueues(service).stream()
			.flatMap((queue) -> isShared(queue) ? Stream.of(queue, queue + ".dlq", queue + ".letters")
					: Stream.of(queue + ".[^.]+"));
	}

	private boolean consumes(String queue, String exchange) {
		return events(exchange).anyMatch((event) -> isHeardBy(queue, event));
	}

	private static boolean isHeardBy(String queue, Map.Entry<String, JsonNode> event) {
		return event.getValue()
			.path("heard-by")
			.valueStream()
			.anyMatch((queueName) -> queueName.asText().equals(queue));
	}

	private static boolean isSnapshot(Map.Entry<String, JsonNode> event) {
		return event.getValue().path("snapshot").asBoolean();
	}

	private static String onlyTo(String queue) {
		return "to." + queue;
	}

	Stream<String> queues() {
		return this.catalogue.path("queues").properties().stream().map(Map.Entry::getKey);
	}

	private Stream<String> exchanges() {
		return this.catalogue.path("exchanges").properties().stream().map(Map.Entry::getKey);
	}

	private Stream<Map.Entry<String, JsonNode>> events(String exchange) {
		return this.catalogue.at("/exchanges/" + exchange + "/events").properties().stream();
	}

	private JsonNode queue(String name) {
		return this.catalogue.path("queues").path(name);
	}

	private boolean isShared(String queue) {
		return queue(queue).path("one-per").asText().equals("service");
	}

	private static String regex(List<String> names) {
		return names.isEmpty() ? "^$"
				: names.stream().map(BrokerPermissions::escaped).collect(Collectors.joining("|", "^(", ")$"));
	}

	private static String escaped(String name) {
		var dots = name.replace(".", "\\\\.");
		return name.endsWith(".[^.]+") ? dots.replace("[^\\\\.]", "[^.]") : dots;
	}

	private static String object(String... entries) {
		return Stream.iterate(0, (at) -> at < entries.length, (at) -> at + 2)
			.map((at) -> "      \"%s\": \"%s\"".formatted(entries[at], entries[at + 1]))
			.collect(Collectors.joining(",\n", "    {\n", "\n    }"));
	}

}
