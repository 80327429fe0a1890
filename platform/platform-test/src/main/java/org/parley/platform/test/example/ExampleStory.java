package org.parley.platform.test.example;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * A sequence of requests to a service, recorded with the answers. Asynchronous work
 * between two steps must be awaited, or its times belong to the wrong step.
 */
public final class ExampleStory {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Comparator<String> BY_PATH = Comparator
		.<String, String>comparing((operation) -> operation.substring(operation.indexOf(' ')))
		.thenComparing(Comparator.naturalOrder());

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final URI base;

	private final RecordedMoments recordedMoments = new RecordedMoments(InstantSource.system());

	private final RecordingPlaceholders recordingPlaceholders = new RecordingPlaceholders(this.recordedMoments);

	private final Map<String, RecordedExchange> told = new LinkedHashMap<>();

	/** Creates a story about the service on a port. */
	public ExampleStory(int port) {
		this.base = URI.create("http://127.0.0.1:" + port);
	}

	/** Continues in the next hour. */
	public void chapter() {
		this.recordedMoments.chapter();
	}

	/** A person in the story; a guest has no token. */
	public StoryActor by(@Nullable String token) {
		return new StoryActor(this, token);
	}

	/** Replaces a value that differs between runs. */
	public void show(String value, String instead) {
		this.recordingPlaceholders.choose(value, instead);
	}

	/** Sends a request and records the answer. */
	RecordedResponse tell(RecordedRequest recordedRequest) {
		this.recordedMoments.step();
		var told = send(recordedRequest.request(this.base));
		if ((told.status() >= 400) != recordedRequest.refused()) {
			throw new AssertionError("%s is answered with %s".formatted(recordedRequest.operation(), told));
		}
		var exchange = new RecordedExchange(recordedRequest.operation(), recordedRequest.parameters(),
				recordedRequest.body(), told);
		if (this.told.putIfAbsent(exchange.operation() + " " + exchange.answer(), exchange) != null) {
			throw new AssertionError("%s %s is recorded already: use the test's own client, which records nothing"
				.formatted(exchange.operation(), exchange.answer()));
		}
		return told;
	}

	/** The served API document. */
	JsonNode document() {
		var told = send(HttpRequest.newBuilder(this.base.resolve("/openapi.json")).build());
		return (told.body() != null) ? told.body() : StringNode.valueOf("");
	}

	/** All recorded exchanges by operation, with placeholders. */
	ObjectNode recording() {
		var examples = new TreeMap<String, Example>(BY_PATH);
		for (var exchange : this.told.values()) {
			examples.computeIfAbsent(exchange.operation(), (_) -> new Example())
				.add(exchange, this.recordingPlaceholders);
		}
		var recording = JSON.createObjectNode();
		examples.forEach((operation, example) -> recording.set(operation, example.toJson()));
		return recording;
	}

	private RecordedResponse send(HttpRequest request) {
		try {
			var answer = this.http.send(request, BodyHandlers.ofString());
			return new RecordedResponse(answer.statusCode(), answer.headers(), body(answer));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static @Nullable JsonNode body(HttpResponse<String> answer) {
		if (answer.body().isEmpty()) {
			return null;
		}
		var json = answer.headers().firstValue("Content-Type").orElse("").contains("json");
		return json ? JSON.readTree(answer.body()) : StringNode.valueOf(answer.body());
	}

	/**
	 * The example of an operation: its first successful request, the answer, and its
	 * other answers.
	 */
	static final class Example {

		private @Nullable JsonNode parameters;

		private @Nullable JsonNode request;

		private final ObjectNode answers = JsonMapper.shared().createObjectNode();

		private final ObjectNode problems = JsonMapper.shared().createObjectNode();

		void add(RecordedExchange recordedExchange, RecordingPlaceholders recordingPlaceholders) {
			var place = recordedExchange.operation() + " ";
			if (!recordedExchange.isRefused() && this.answers.isEmpty()) {
				this.parameters = recordingPlaceholders.replace(recordedExchange.parameters(), place + "parameters");
				this.request = (recordedExchange.request() != null)
						? recordingPlaceholders.replace(recordedExchange.request(), place + "request") : null;
			}
			var body = recordedExchange.told().body();
			(recordedExchange.isRefused() ? this.problems : this.answers).set(recordedExchange.answer(),
					(body != null) ? recordingPlaceholders.replace(body, place + recordedExchange.answer())
							: JsonMapper.shared().nullNode());
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

}
