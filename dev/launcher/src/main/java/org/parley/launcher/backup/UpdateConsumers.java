package org.parley.launcher.backup;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.parley.launcher.checkout.Accounts;
import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.process.LauncherException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Has every publisher send a snapshot of its state to each queue that takes one,
 * according to the catalogue of events, and waits until all are sent.
 */
final class UpdateConsumers {

	private static final Duration TIMEOUT = Duration.ofMinutes(10);

	private static final Duration POLL = Duration.ofMillis(500);

	/** The status of a snapshot that was sent. */
	static final String DONE = "DONE";

	private final Checkout checkout;

	private final GatewayClient gatewayClient;

	UpdateConsumers(Checkout checkout, GatewayClient gatewayClient) {
		this.checkout = checkout;
		this.gatewayClient = gatewayClient;
	}

	void run() {
		var account = Accounts.of(this.checkout).admin();
		var admin = this.gatewayClient.signIn(account.username(), account.password());
		var runs = snapshots(this.checkout.eventCatalogue()).stream()
			.map((snapshot) -> start(snapshot, admin))
			.toList();
		runs.forEach((path) -> awaitEnd(path, admin));
	}

	/** Returns each publisher with each queue that takes its snapshots. */
	static List<ServiceSnapshot> snapshots(String catalogue) {
		JsonNode events = JsonMapper.shared()
			.valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(catalogue));
		return events.path("exchanges")
			.valueStream()
			.flatMap((exchange) -> exchange.path("events")
				.valueStream()
				.filter((event) -> event.path("snapshot").asBoolean(false))
				.flatMap((event) -> event.path("heard-by").valueStream())
				.map((queue) -> new ServiceSnapshot(exchange.path("publisher").asString(), queue.asString())))
			.distinct()
			.toList();
	}

	private static String start(ServiceSnapshot snapshot, ApiUser admin) {
		var path = "/admin/%s/snapshots".formatted(snapshot.publisher());
		var started = admin.post(path, Map.of("queue", snapshot.queue())).is(202);
		return path + "/" + started.text("/data/id");
	}

	private static void awaitEnd(String path, ApiUser admin) {
		if (!Await.until(TIMEOUT, POLL, () -> DONE.equals(admin.get(path).is(200).text("/data/status")))) {
			throw new LauncherException("A snapshot is still being sent: GET /api/v1" + path);
		}
	}

	/**
	 * A snapshot of a service.
	 *
	 * @param queue the receiving queue
	 */
	record ServiceSnapshot(String publisher, String queue) {
	}

}
