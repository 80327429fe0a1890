package org.parley.system;

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
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.parley.launcher.client.Await;
import org.parley.launcher.process.LauncherException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Client of RabbitMQ's management API for the virtual host of the services.
 *
 * @see <a href="https://www.rabbitmq.com/docs/http-api-reference">RabbitMQ: HTTP API
 * Reference</a>
 */
public final class BrokerManagementClient {

	/** The virtual host of the services. */
	public static final String VIRTUAL_HOST = "parley";

	private static final int NOT_FOUND = 404;

	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	private static final Duration POLL_INTERVAL = Duration.ofMillis(500);

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final URI address;

	private final String authorization;

	/** Creates a client for an address that contains credentials. */
	public BrokerManagementClient(URI management) {
		this.address = URI.create("http://%s:%d/api/".formatted(management.getHost(), management.getPort()));
		this.authorization = "Basic "
				+ Base64.getEncoder().encodeToString(management.getUserInfo().getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Deletes a consumer's queue with its dead-letter queue and exchange, if they exist.
	 */
	public void deleteQueue(String queue) {
		call("DELETE", "queues/" + VIRTUAL_HOST + "/" + queue, Map.of());
		call("DELETE", "queues/" + VIRTUAL_HOST + "/" + queue + ".dlq", Map.of());
		call("DELETE", "exchanges/" + VIRTUAL_HOST + "/" + queue + ".letters", Map.of());
	}

	/**
	 * Permits a user of a topic exchange to send with one more routing key, until its
	 * permissions are set anew.
	 */
	public void permitRoutingKey(String user, String exchange, String key) {
		var path = "topic-permissions/%s/%s".formatted(VIRTUAL_HOST, user);
		var pattern = "^%s$".formatted(key.replace(".", "\\."));
		JsonMapper.shared()
			.readTree(call("GET", path, Map.of()).body())
			.valueStream()
			.filter((permission) -> permission.path("exchange").asString().equals(exchange))
			.filter((permission) -> !permission.path("write").asString().endsWith(pattern))
			.forEach((permission) -> call("PUT", path, Map.of("exchange", exchange, "write",
					permission.path("write").asString() + "|" + pattern, "read", permission.path("read").asString())));
	}

	public void send(String queue, String message, String messageId) {
		call("POST", "exchanges/" + VIRTUAL_HOST + "/amq.default/publish", Map.of("routing_key", queue, "payload",
				message, "payload_encoding", "string", "properties",
				Map.of("delivery_mode", 2, "message_id", messageId, "content_type", "application/cloudevents+json")));
	}

	/** Returns the number of deliveries of a queue since the broker started. */
	public long deliveries(String queue) {
		var statistics = call("GET", "queues/" + VIRTUAL_HOST + "/" + queue, Map.of()).body();
		return JsonMapper.shared().readTree(statistics).at("/message_stats/deliver_get").asLong(0);
	}

	/** Returns the number of messages in all queues except dead-letter queues. */
	public long countMessages() {
		return consumed().mapToLong((queue) -> queue.path("messages").asLong(0)).sum();
	}

	/**
	 * Returns the names of all queues except dead-letter queues and those of one
	 * connection.
	 */
	public List<String> queues() {
		return consumed().filter((queue) -> !queue.path("exclusive").asBoolean(false))
			.map((queue) -> queue.path("name").asString())
			.toList();
	}

	/** Returns the names of the queues of a service's instances, one of each. */
	public List<String> instanceQueues(String queue) {
		return consumed().map((one) -> one.path("name").asString())
			.filter((name) -> name.startsWith(queue + "."))
			.toList();
	}

	private Stream<JsonNode> consumed() {
		return JsonMapper.shared()
			.readTree(call("GET", "queues/" + VIRTUAL_HOST, Map.of()).body())
			.valueStream()
			.filter((queue) -> !queue.path("name").asString("").endsWith(".dlq"));
	}

	/**
	 * Returns the number of bindings of a queue, including the default exchange's; 0 if
	 * the queue does not exist.
	 */
	public int countBindings(String queue) {
		var answer = call("GET", "queues/" + VIRTUAL_HOST + "/" + queue + "/bindings", Map.of());
		return (answer.statusCode() == NOT_FOUND) ? 0 : JsonMapper.shared().readTree(answer.body()).size();
	}

	private HttpResponse<String> call(String method, String path, Map<String, Object> body) {
		var request = HttpRequest.newBuilder(this.address.resolve(path))
			.timeout(Duration.ofSeconds(30))
			.header("Authorization", this.authorization)
			.header("Content-Type", "application/json")
			.method(method, BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)))
			.build();
		var answer = send(request);
		if (answer.statusCode() >= 300 && answer.statusCode() != NOT_FOUND) {
			throw new LauncherException(
					"RabbitMQ returned status %d for %s %s".formatted(answer.statusCode(), method, path));
		}
		return answer;
	}

	/**
	 * All requests are idempotent; they are repeated because the API is unavailable
	 * shortly after a start.
	 */
	private HttpResponse<String> send(HttpRequest request) {
		var end = System.nanoTime() + TIMEOUT.toNanos();
		while (true) {
			try {
				return attempt(request);
			}
			catch (UncheckedIOException ex) {
				if (System.nanoTime() > end) {
					throw ex;
				}
				Await.sleep(POLL_INTERVAL);
			}
		}
	}

	private HttpResponse<String> attempt(HttpRequest request) {
		try {
			return this.http.send(request, BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("RabbitMQ's management API is unavailable at " + this.address, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new LauncherException("interrupted");
		}
	}

}
