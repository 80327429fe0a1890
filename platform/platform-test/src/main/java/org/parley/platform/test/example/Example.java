package org.parley.platform.test.example;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is shown of an operation: how it was asked when it succeeded first, and what it
 * answered then and at other times.
 */
final class Example {

	private @Nullable JsonNode parameters;

	private @Nullable JsonNode request;

	private final ObjectNode answers = JsonMapper.shared().createObjectNode();

	private final ObjectNode problems = JsonMapper.shared().createObjectNode();

	void add(Exchange exchange, StandIns standIns) {
		var place = exchange.operation() + " ";
		if (!exchange.isRefused() && this.answers.isEmpty()) {
			this.parameters = standIns.in(exchange.parameters(), place + "parameters");
			this.request = (exchange.request() != null) ? standIns.in(exchange.request(), place + "request") : null;
		}
		var body = exchange.told().body();
		(exchange.isRefused() ? this.problems : this.answers).set(exchange.answer(),
				(body != null) ? standIns.in(body, place + exchange.answer()) : JsonMapper.shared().nullNode());
	}

	ObjectNode toJson() {
		var json = JsonMapper.shared().createObjectNode();
		set(json, "parameters", this.parameters);
		set(json, "request", this.request);
		set(json, "answers", this.answers);
		set(json, "problems", this.problems);
		return json;
	}

	private static void set(ObjectNode json, String name, @Nullable JsonNode part) {
		if (part != null && !part.isEmpty()) {
			json.set(name, part);
		}
	}

}
