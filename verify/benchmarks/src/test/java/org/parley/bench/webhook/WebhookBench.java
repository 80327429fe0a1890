package org.parley.bench.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import org.parley.bench.ServerProcesses;
import org.parley.bench.Usage;
import org.parley.bench.report.ResultTable;
import org.parley.bench.timing.Timings;
import org.parley.bench.timing.TimingWriters;
import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.process.LauncherException;

/**
 * Measures 10,000 deliveries that are due at one moment, to ten endpoints of which one
 * never answers and one fails: the time until the healthy ones have everything, and the
 * processor time of all processes. Deliveries are written to the database, and a test
 * message wakes the worker when they are due.
 *
 * @param checkout the checkout whose Parley is measured
 * @param rounds how often, each with new subscriptions
 */
public record WebhookBench(Checkout checkout, GatewayClient gateway, ServerProcesses servers, int rounds) {

	private static final int HEALTHY = 8;

	private static final int EACH = 1_000;

	private static final Duration LEAD = Duration.ofSeconds(5);

	private static final Duration TIMEOUT = Duration.ofMinutes(2);

	private static final Duration POLL_INTERVAL = Duration.ofMillis(20);

	public List<ResultTable> measure() {
		var owner = TimingWriters.register(this.gateway, 1).getFirst();
		var category = owner.get("/categories").is(200).text("/data/0/id");
		var rows = new LinkedHashMap<String, Map<String, Double>>();
		try (var deliveries = new DueDeliveries(this.checkout); var endpoints = new TestEndpoints()) {
			for (var round = 1; round <= this.rounds; round++) {
				rows.put("10,000 due at once, round " + round, measure(owner, category, deliveries, endpoints));
			}
		}
		return List.of(new ResultTable("webhooks", rows));
	}

	private Map<String, Double> measure(ApiUser owner, String category, DueDeliveries deliveries,
			TestEndpoints endpoints) {
		var healthy = IntStream.range(0, HEALTHY)
			.mapToObj((number) -> subscribe(owner, endpoints.url("healthy/" + number)))
			.toList();
		var all = new ArrayList<>(
				List.of(subscribe(owner, endpoints.url("hanging")), subscribe(owner, endpoints.url("failing"))));
		all.addAll(healthy);
		var due = Instant.now().plus(LEAD);
		all.forEach((id) -> deliveries.add(id, category, EACH, due));
		Await.until(LEAD, POLL_INTERVAL, () -> !Instant.now().isBefore(due));
		endpoints.clear();
		var before = this.servers.usage();
		var start = System.nanoTime();
		owner.post("/webhook/subscriptions/" + healthy.getFirst() + "/test").is(202);
		await("messages are missing", () -> endpoints.arrivals().size() > HEALTHY * EACH);
		await("messages are not recorded",
				() -> healthy.stream().allMatch((id) -> deliveries.count(id, "DELIVERED") >= EACH));
		var row = row(endpoints, start);
		row.put("CPU ms each", Usage.sum(this.servers.usageSince(before)).cpuMillis() / (double) (HEALTHY * EACH));
		all.forEach((id) -> owner.delete("/webhook/subscriptions/" + id).is(204));
		return row;
	}

	private static Map<String, Double> row(TestEndpoints endpoints, long start) {
		var each = endpoints.arrivals().values().stream().map((at) -> Duration.ofNanos(at - start)).toList();
		var timings = new Timings("arrived", each, Duration.ZERO);
		var row = new LinkedHashMap<String, Double>();
		row.put("p50 ms", timings.millis(50));
		row.put("p95 ms", timings.millis(95));
		row.put("all after ms", timings.millis(100));
		row.put("twice", (double) endpoints.repeated());
		return row;
	}

	private static void await(String problem, BooleanSupplier condition) {
		if (!Await.until(TIMEOUT, POLL_INTERVAL, condition)) {
			throw new LauncherException("After %d s %s".formatted(TIMEOUT.toSeconds(), problem));
		}
	}

	private static String subscribe(ApiUser owner, String url) {
		return owner.post("/webhook/subscriptions", Map.of("url", url, "events", List.of("post.created")))
			.is(201)
			.text("/data/id");
	}

}
