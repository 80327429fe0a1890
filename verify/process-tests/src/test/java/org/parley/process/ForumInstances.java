package org.parley.process;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.client.GatewayRequest;
import org.parley.launcher.stack.Status.ProcessState;
import org.parley.running.RunningSystem;

/**
 * The instances of forum-service, which tests access directly to see which one has
 * answered.
 */
final class ForumInstances implements AutoCloseable {

	private static final String COUNT = "http_server_requests_seconds_count{";

	private final List<GatewayClient> clients;

	private ForumInstances(List<GatewayClient> clients) {
		this.clients = clients;
	}

	static ForumInstances of(RunningSystem system) {
		return new ForumInstances(system.status()
			.processes()
			.stream()
			.filter((part) -> part.name().startsWith("forum-service"))
			.map(ProcessState::port)
			.map((port) -> new GatewayClient(URI.create("http://127.0.0.1:" + port)))
			.toList());
	}

	/** Returns a client of each instance, without gateway and rate limits. */
	List<GatewayClient> clients() {
		return this.clients;
	}

	/**
	 * Returns how many requests with a method, path and status each instance has
	 * answered.
	 */
	List<Long> answered(String method, String path, int status) {
		var labels = Map.of("method", method, "uri", "/api/v1" + path, "status", String.valueOf(status));
		return this.clients.stream().map((client) -> answered(client, labels)).toList();
	}

	/** Checks whether each instance has answered more requests than before. */
	static boolean haveAllAnswered(List<Long> before, List<Long> now) {
		return IntStream.range(0, before.size()).allMatch((i) -> now.get(i) > before.get(i));
	}

	private static long answered(GatewayClient client, Map<String, String> labels) {
		return client.exchange(new GatewayRequest("GET", "/metrics", Map.of(), null))
			.is(200)
			.body()
			.lines()
			.filter((line) -> line.startsWith(COUNT))
			.filter((line) -> labels.entrySet()
				.stream()
				.allMatch((label) -> line.contains("%s=\"%s\"".formatted(label.getKey(), label.getValue()))))
			.mapToLong((line) -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
			.sum();
	}

	@Override
	public void close() {
		this.clients.forEach(GatewayClient::close);
	}

}
