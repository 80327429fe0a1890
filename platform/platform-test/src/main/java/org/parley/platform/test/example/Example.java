package org.parley.platform.test.example;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The example of an operation: its first successful request, the answer, and its other
 * answers.
 */
final class Example {

	private @Nullable JsonNode parameters;

	private @Nullable JsonNode request;

	private final ObjectNode answers = JsonMapper.shared().createObjectNode();

	private final ObjectNode problems = JsonMapper.shared().createObjectNode();

	void add(RecordedExchange recordedExchange, RecordingPlaceholders recordingPlaceholders) {
		var place = recordedExchange.operation() + " ";
		if (!recordedExchange.isRefused() && this.answers.isEmpty()) {
			this.parameters = recordingPlaceholders.in(recordedExchange.parameters(), place + "parameters");
			this.request = (recordedExchange.request() != null)
					? recordingPlaceholders.in(recordedExchange.request(), place + "request") : null;
		}
		var body = recordedExchange.told().body();
		(recordedExchange.isRefused() ? this.problems : this.answers).set(recordedExchange.answer(), (body != null)
				? recordingPlaceholders.in(body, place + recordedExchange.answer()) : JsonMapper.shared().nullNode());
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
