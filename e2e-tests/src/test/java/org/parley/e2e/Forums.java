package org.parley.e2e;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.parley.launcher.checkout.Status.ProcessState;
import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.client.GatewayRequest;

/**
 * The forum-services behind the gateway, each at its own port: that is how a test knows
 * which of them has answered.
 */
final class Forums implements AutoCloseable {

	private static final String COUNT = "http_server_requests_seconds_count{";

	private final List<GatewayClient> doors;

	private Forums(List<GatewayClient> doors) {
		this.doors = doors;
	}

	static Forums of(RunningSystem system) {
		return new Forums(system.status()
			.processes()
			.stream()
			.filter((part) -> part.name().startsWith("forum-service"))
			.map(ProcessState::port)
			.map((port) -> new GatewayClient(URI.create("http://127.0.0.1:" + port)))
			.toList());
	}

	/** Their own doors, where nothing is counted and nothing shared. */
	List<GatewayClient> doors() {
		return this.doors;
	}

	/** How many requests of a kind each has answered so, by its own count. */
	List<Long> answered(String method, String path, int status) {
		var labels = Map.of("method", method, "uri", "/api/v1" + path, "status", String.valueOf(status));
		return this.doors.stream().map((door) -> answered(door, labels)).toList();
	}

	/** Whether each has answered more than by an earlier count. */
	static boolean haveAllAnswered(List<Long> before, List<Long> now) {
		return IntStream.range(0, before.size()).allMatch((i) -> now.get(i) > before.get(i));
	}

	private static long answered(GatewayClient door, Map<String, String> labels) {
		return door.exchange(new GatewayRequest("GET", "/metrics", Map.of(), null))
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
		this.doors.forEach(GatewayClient::close);
	}

}
