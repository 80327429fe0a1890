package org.parley.contracts;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.parley.contracts.Catalogue.Entry;
import org.parley.contracts.Catalogue.Exchange;
import org.parley.contracts.Catalogue.Queue;
import org.parley.contracts.Catalogue.Sharing;

/**
 * Describes the catalogue, the schemas and the examples as one AsyncAPI document:
 * exchanges and queues are channels, publishers send and consumers receive.
 *
 * @see <a href="https://www.asyncapi.com/docs/reference/specification/v3.0.0">AsyncAPI
 * 3.0.0</a>
 */
final class AsyncApi {

	private static final String BINDING = "0.3.0";

	private final Catalogue catalogue;

	private final ObjectNode document;

	private AsyncApi(Catalogue catalogue, ObjectNode frame) {
		this.catalogue = catalogue;
		this.document = frame;
	}

	static ObjectNode of(Catalogue catalogue) {
		return new AsyncApi(catalogue, Contracts.read("/asyncapi/frame.json").deepCopy()).describe();
	}

	private ObjectNode describe() {
		this.catalogue.exchanges().forEach(this::exchange);
		this.catalogue.queues().forEach(this::queue);
		this.catalogue.exchanges().forEach(this::publishing);
		this.catalogue.queues().forEach(this::listening);
		this.catalogue.entries().forEach(this::message);
		this.document.withObject("/components").set("schemas", AsyncApiSchemas.of(this.catalogue));
		return this.document;
	}

	private void exchange(String name, Exchange exchange) {
		ObjectNode channel = channel(name, "{key}", exchange.events().keySet().stream());
		channel.put("description", "Published by %s; bound queues receive the events.".formatted(exchange.publisher()));
		channel.withObject("/parameters/key")
			.put("description", "The type; for a snapshot `to.<queue>`, so that it reaches one queue alone.");
		channel.withObject("/bindings/amqp")
			.put("is", "routingKey")
			.put("bindingVersion", BINDING)
			.putObject("exchange")
			.put("name", name)
			.put("type", "topic")
			.put("durable", true)
			.put("autoDelete", false);
	}

	private void queue(String name, Queue queue) {
		boolean shared = queue.onePer() == Sharing.SERVICE;
		String address = shared ? name : name + ".{instance}";
		ObjectNode channel = channel(name, address, heardBy(name));
		channel
			.put("description",
					shared ? "Shared by the instances of %s; messages that it cannot handle move to `%s.dlq`."
						.formatted(queue.listener(), name)
							: "One for each instance of %s.".formatted(queue.listener()));
		if (!shared) {
			channel.withObject("/parameters/instance").put("description", "Which instance, by a name it gives itself.");
		}
		channel.put("x-order", EventsPage.lower(queue.order())).put("x-open", queue.open());
		channel.withObject("/bindings/amqp")
			.put("is", "queue")
			.put("bindingVersion", BINDING)
			.putObject("queue")
			.put("name", address)
			.put("durable", shared)
			.put("exclusive", !shared)
			.put("autoDelete", !shared);
	}

	private ObjectNode channel(String name, String address, Stream<String> types) {
		ObjectNode channel = this.document.withObject("/channels").putObject(name).put("address", address);
		refer(channel.putArray("servers").addObject(), "/servers/rabbitmq");
		ObjectNode messages = channel.putObject("messages");
		types.forEach((type) -> refer(messages.putObject(type), "/components/messages/" + type));
		return channel;
	}

	private void publishing(String name, Exchange exchange) {
		sending(exchange.publisher() + ".publishes", name, typesOf(exchange, false),
				"%s publishes events.".formatted(exchange.publisher()));
		sending(exchange.publisher() + ".repeats", name, typesOf(exchange, true),
				"%s sends the current state to one queue on an administrator's request."
					.formatted(exchange.publisher()));
	}

	private static List<String> typesOf(Exchange exchange, boolean snapshots) {
		return exchange.events()
			.entrySet()
			.stream()
			.filter((event) -> event.getValue().snapshot() == snapshots)
			.map(Map.Entry::getKey)
			.toList();
	}

	private void sending(String id, String exchange, List<String> types, String title) {
		if (!types.isEmpty()) {
			operation(id, "send", exchange, types.stream()).put("title", title)
				.withObject("/bindings/amqp")
				.put("deliveryMode", 2)
				.put("mandatory", true)
				.put("bindingVersion", BINDING);
		}
	}

	private void listening(String name, Queue queue) {
		operation(queue.listener() + "." + name, "receive", name, heardBy(name))
			.put("title", "%s consumes.".formatted(queue.listener()))
			.withObject("/bindings/amqp")
			.put("ack", true)
			.put("bindingVersion", BINDING);
	}

	private ObjectNode operation(String id, String action, String channel, Stream<String> types) {
		ObjectNode operation = this.document.withObject("/operations").putObject(id).put("action", action);
		refer(operation.putObject("channel"), "/channels/" + channel);
		var messages = operation.putArray("messages");
		types.forEach((type) -> refer(messages.addObject(), "/channels/" + channel + "/messages/" + type));
		return operation;
	}

	private void message(Entry entry) {
		String type = entry.type();
		ObjectNode message = this.document.withObject("/components/messages").putObject(type);
		message.put("name", type).put("title", entry.event().meaning());
		message.put("x-ordered-per", EventsPage.lower(entry.event().key()));
		refer(message.putObject("correlationId"), "/components/correlationIds/request");
		refer(message.putObject("payload"), "/components/schemas/event." + type);
		message.withObject("/bindings/amqp").put("messageType", type).put("bindingVersion", BINDING);
		message.putArray("examples").addObject().put("name", type).set("payload", Contracts.example(type));
	}

	private Stream<String> heardBy(String queue) {
		return this.catalogue.entries()
			.filter((entry) -> entry.event().heardBy().contains(queue))
			.map(Entry::type)
			.distinct();
	}

	private static void refer(ObjectNode node, String target) {
		node.put("$ref", "#" + target);
	}

}
