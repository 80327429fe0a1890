package org.parley.launcher.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

import org.parley.launcher.checkout.LauncherException;
import org.parley.launcher.client.Await;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an administrator does at RabbitMQ by hand, in the virtual host of the services.
 *
 * @see <a href="https://www.rabbitmq.com/docs/http-api-reference">RabbitMQ: HTTP API
 * Reference</a>
 */
public final class BrokerManagementClient {

	private static final int NOT_FOUND = 404;

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final Duration LOOK = Duration.ofMillis(500);

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final URI address;

	private final String authorization;

	/** A console at an address with credentials in it. */
	public BrokerManagementClient(URI management) {
		this.address = URI.create("http://%s:%d/api/".formatted(management.getHost(), management.getPort()));
		this.authorization = "Basic "
				+ Base64.getEncoder().encodeToString(management.getUserInfo().getBytes(StandardCharsets.UTF_8));
	}

	/** Removes a listener's queue and what belongs to it; nothing when there is none. */
	public void forget(String queue) {
		ask("DELETE", "queues/parley/" + queue, Map.of());
		ask("DELETE", "queues/parley/" + queue + ".dlq", Map.of());
		ask("DELETE", "exchanges/parley/" + queue + ".letters", Map.of());
	}

	/** Sends something to one queue. */
	public void send(String queue, String message, String messageId) {
		ask("POST", "exchanges/parley/amq.default/publish", Map.of("routing_key", queue, "payload", message,
				"payload_encoding", "string", "properties",
				Map.of("delivery_mode", 2, "message_id", messageId, "content_type", "application/cloudevents+json")));
	}

	/** How often a queue has given a message away since the broker started. */
	public long deliveries(String queue) {
		var statistics = ask("GET", "queues/parley/" + queue, Map.of()).body();
		return JsonMapper.shared().readTree(statistics).at("/message_stats/deliver_get").asLong(0);
	}

	/** How many messages are in queues, but for those that were put aside. */
	public long waiting() {
		var queues = ask("GET", "queues/parley", Map.of()).body();
		return JsonMapper.shared()
			.readTree(queues)
			.valueStream()
			.filter((queue) -> !queue.path("name").asString("").endsWith(".dlq"))
			.mapToLong((queue) -> queue.path("messages").asLong(0))
			.sum();
	}

	/**
	 * How many bindings a queue has, that to the default exchange included; none when
	 * there is no such queue.
	 */
	int bindings(String queue) {
		var answer = ask("GET", "queues/parley/" + queue + "/bindings", Map.of());
		return (answer.statusCode() == NOT_FOUND) ? 0 : JsonMapper.shared().readTree(answer.body()).size();
	}

	private HttpResponse<String> ask(String method, String path, Map<String, Object> body) {
		var request = HttpRequest.newBuilder(this.address.resolve(path))
			.timeout(Duration.ofSeconds(30))
			.header("Authorization", this.authorization)
			.header("Content-Type", "application/json")
			.method(method, BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)))
			.build();
		var answer = send(request);
		if (answer.statusCode() >= 300 && answer.statusCode() != NOT_FOUND) {
			throw new LauncherException("RabbitMQ answered %d to %s %s".formatted(answer.statusCode(), method, path));
		}
		return answer;
	}

	/** All that is asked may be asked again; right after a start it has to be. */
	private HttpResponse<String> send(HttpRequest request) {
		var end = System.nanoTime() + PATIENCE.toNanos();
		while (true) {
			try {
				return attempt(request);
			}
			catch (UncheckedIOException ex) {
				if (System.nanoTime() > end) {
					throw ex;
				}
				Await.pass(LOOK);
			}
		}
	}

	private HttpResponse<String> attempt(HttpRequest request) {
		try {
			return this.http.send(request, BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("RabbitMQ's management API does not answer at " + this.address, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new LauncherException("interrupted");
		}
	}

}
