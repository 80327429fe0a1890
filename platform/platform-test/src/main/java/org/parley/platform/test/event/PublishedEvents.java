package org.parley.platform.test.event;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.parley.platform.test.EventContract;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.AmqpTemplate;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.TopicExchange;

/** The events that are published on an exchange from now on, with their envelopes. */
public final class PublishedEvents {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final AmqpTemplate rabbit;

	private final String queue;

	private final List<JsonNode> heard = new ArrayList<>();

	/**
	 * Begins to listen.
	 * @param types the types to hear, as a routing pattern
	 */
	public PublishedEvents(AmqpAdmin broker, AmqpTemplate rabbit, String exchange, String types) {
		var declared = Objects.requireNonNull(broker.declareQueue());
		broker.declareBinding(BindingBuilder.bind(declared).to(new TopicExchange(exchange)).with(types));
		this.rabbit = rabbit;
		this.queue = declared.getName();
	}

	/**
	 * Returns all events so far, in order.
	 * @throws IllegalStateException if one does not follow its schema
	 */
	public List<JsonNode> all() {
		for (var next = this.rabbit.receive(this.queue); next != null; next = this.rabbit.receive(this.queue)) {
			var event = new String(next.getBody(), StandardCharsets.UTF_8);
			var violations = EventContract.violations(event);
			if (!violations.isEmpty()) {
				throw new IllegalStateException(violations + " in " + event);
			}
			this.heard.add(JSON.readTree(event));
		}
		return List.copyOf(this.heard);
	}

	/** Returns the events so far with a partition key, in order. */
	public List<JsonNode> of(String partitionKey) {
		return all().stream().filter((event) -> event.path("partitionkey").asString().equals(partitionKey)).toList();
	}

	/** Returns the reported acts of a person so far with their details, in order. */
	public List<String> actsOf(String person) {
		return of(person).stream()
			.filter((event) -> event.path("type").asString().equals("administrator.acted"))
			.map((event) -> event.at("/data/act").asString() + " " + event.at("/data/detail").asString(""))
			.toList();
	}

	/** Returns the types of the events so far with a partition key, in order. */
	public List<String> typesOf(String partitionKey) {
		return of(partitionKey).stream().map((event) -> event.path("type").asString()).toList();
	}

}
