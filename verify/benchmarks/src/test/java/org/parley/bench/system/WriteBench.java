package org.parley.bench.system;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.parley.bench.ServerProcesses;
import org.parley.bench.Usage;
import org.parley.bench.load.LoadSample;
import org.parley.bench.report.ResultTable;
import org.parley.bench.timing.Stopwatch;
import org.parley.bench.timing.TimingWriters;
import org.parley.bench.timing.Timings;
import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.GatewayClient;

/**
 * Measures writes: how many are accepted a second, how many a second with all that
 * follows from them until nothing is pending, and the processor time of all processes for
 * one. Each person stays below the limit of writes a minute. Without a rate, clients
 * write one after the other; with one, a write is due at its time whether or not earlier
 * ones have ended, and its latency counts from then.
 *
 * @param checkout the checkout whose Parley is measured
 * @param gateway the client of the gateway
 * @param servers the measured processes
 * @param people number of people, registered for the measurement
 * @param clients number of concurrent requests without a rate
 * @param rate writes a second; null for as many as possible
 */
public record WriteBench(Checkout checkout, GatewayClient gateway, ServerProcesses servers, int people, int clients,
		@Nullable Integer rate) {

	private static final int WARM_UP = 4;

	/** With the warm-up, below the thirty writes a minute of the limit. */
	public static final int WRITES = 24;

	private static final double NANOS_PER_SECOND = 1_000_000_000;

	/** About sixty words, as in the seeded posts. */
	public static final String TEXT = "The second shift found the same fault that the first had written down. "
		.repeat(5);

	/** Replies to many threads and to one thread. */
	public List<ResultTable> replies() {
		var threads = threads(50);
		var many = measure("reply, many threads",
				(user, number) -> TimingWriters.createReply(user, threads.get(number % threads.size()), TEXT + number));
		var one = measure("reply, one thread",
				(user, number) -> TimingWriters.createReply(user, threads.getFirst(), TEXT + number));
		return List.of(ResultTable.merge(many.getFirst(), one.getFirst()), many.getLast());
	}

	/** Votes for posts, each by many people. */
	public List<ResultTable> votes() {
		var posts = threads(50).stream().flatMap((thread) -> posts(thread).stream()).toList();
		return measure("vote",
				(user, number) -> user
					.put("/posts/%s/vote".formatted(posts.get(number * 7 % posts.size())), Map.of("value", 1))
					.is(200));
	}

	private List<ResultTable> measure(String name, BiConsumer<ApiUser, Integer> write) {
		return measure(name, TimingWriters.register(this.gateway, this.people), write);
	}

	/** Measures the writes of some people. */
	List<ResultTable> measure(String name, List<ApiUser> users, BiConsumer<ApiUser, Integer> write) {
		try (var pending = new DrainWatch(this.checkout)) {
			run(name, users, 0, WARM_UP, write);
			pending.await();
			var before = this.servers.usage();
			var start = System.nanoTime();
			var timings = (this.rate != null) ? runAtRate(name, users, this.rate, write)
					: run(name, users, WARM_UP, WRITES, write);
			var drained = (pending.await() - start) / NANOS_PER_SECOND;
			return report(timings, drained, this.servers.usageSince(before));
		}
	}

	private Timings run(String name, List<ApiUser> users, int first, int count, BiConsumer<ApiUser, Integer> write) {
		var work = IntStream.range(0, this.clients).<List<Runnable>>mapToObj((_) -> new ArrayList<>()).toList();
		for (var round = first; round < first + count; round++) {
			for (var person = 0; person < users.size(); person++) {
				var user = users.get(person);
				var number = round * users.size() + person;
				work.get(person % this.clients).add(() -> write.accept(user, number));
			}
		}
		return Stopwatch.runConcurrently(name, work);
	}

	private static Timings runAtRate(String name, List<ApiUser> users, int rate, BiConsumer<ApiUser, Integer> write) {
		var first = WARM_UP * users.size();
		var work = IntStream.range(first, first + WRITES * users.size())
			.<Runnable>mapToObj((number) -> () -> write.accept(users.get(number % users.size()), number))
			.toList();
		return Stopwatch.runAtRate("%s, %d a second".formatted(name, rate), work, rate);
	}

	/**
	 * Measures replies of some new people as one sample; its rate is that of draining.
	 */
	public LoadSample sample() {
		var threads = threads(50);
		var row = measure("reply",
				(user, number) -> TimingWriters.createReply(user, threads.get(number % threads.size()), TEXT + number))
			.getFirst()
			.rows()
			.getOrDefault("reply", Map.of());
		return new LoadSample(figure(row, "drained per second"), figure(row, "p50 ms"), figure(row, "p95 ms"),
				figure(row, "CPU ms each"), 0);
	}

	private static double figure(Map<String, Double> row, String column) {
		return row.getOrDefault(column, Double.NaN);
	}

	static List<ResultTable> report(Timings timings, double drainedSeconds, Map<String, Usage> used) {
		var count = timings.each().size();
		var row = new LinkedHashMap<String, Double>();
		row.put("accepted per second", timings.perSecond());
		row.put("drained per second", count / drainedSeconds);
		row.put("p50 ms", timings.millis(50));
		row.put("p95 ms", timings.millis(95));
		row.put("max ms", timings.millis(100));
		row.put("CPU ms each", (double) Usage.sum(used).cpuMillis() / count);
		return List.of(new ResultTable("write", Map.of(timings.name(), row)),
				ResultTable.costs("CPU ms per " + timings.name(), used, count));
	}

	private List<String> threads(int count) {
		return this.gateway.guest()
			.get("/threads?sort=newest&limit=" + count)
			.is(200)
			.at("/data")
			.valueStream()
			.map((thread) -> thread.path("id").asString())
			.toList();
	}

	private List<String> posts(String thread) {
		return this.gateway.guest()
			.get("/threads/%s/posts?limit=20".formatted(thread))
			.is(200)
			.at("/data")
			.valueStream()
			.map((post) -> post.path("id").asString())
			.toList();
	}

}
