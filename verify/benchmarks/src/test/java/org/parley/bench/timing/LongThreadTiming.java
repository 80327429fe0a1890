package org.parley.bench.timing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.client.GatewayResponse;

/**
 * Times pages of a long thread: from the start, from the middle, backwards from the end,
 * and around random posts. No page is requested twice, so none is cached.
 *
 * @param gateway the client of the gateway
 * @param thread the id of the thread
 * @param posts number of posts
 */
public record LongThreadTiming(GatewayClient gateway, String thread, int posts) implements TimedWork {

	private static final int ROUNDS = 100;

	private static final int WARM_UP = 50;

	@Override
	public List<Timings> measure() {
		var walks = new LinkedHashMap<String, Walk>();
		walks.put("first pages", new Walk("&limit=20", "/meta/pagination/next"));
		walks.put("middle pages", new Walk(around(this.posts / 2), "/meta/pagination/next"));
		walks.put("last pages", new Walk(around(this.posts), "/meta/pagination/prev"));
		var anywhere = new ArrayList<Duration>();
		var random = new Random(this.posts);
		for (var round = 0; round < WARM_UP + ROUNDS; round++) {
			walks.values().forEach(Walk::step);
			var query = around(1 + random.nextInt(this.posts));
			anywhere.add(Stopwatch.of(() -> page(query)));
		}
		var timings = new ArrayList<Timings>();
		walks.forEach((name, walk) -> timings.add(timings(name, walk.taken)));
		timings.add(timings("around any post", anywhere));
		return List.copyOf(timings);
	}

	/** Returns the ratio of the slowest to the fastest median. */
	public static Map<String, Double> ratio(List<Timings> timings) {
		var medians = timings.stream().mapToDouble((one) -> one.millis(50)).sorted().toArray();
		return Map.of("slowest / fastest", medians[medians.length - 1] / medians[0]);
	}

	private static Timings timings(String name, List<Duration> taken) {
		var counted = taken.subList(WARM_UP, taken.size());
		return new Timings(name, counted, counted.stream().reduce(Duration.ZERO, Duration::plus));
	}

	private static String around(int number) {
		return "&limit=20&around=" + number;
	}

	private GatewayResponse page(String query) {
		return this.gateway.guest().get("/threads/%s/posts?view=flat%s".formatted(this.thread, query)).is(200);
	}

	/** A sequence of pages through the thread, which begins again at its end. */
	private final class Walk {

		private final List<Duration> taken = new ArrayList<>();

		private final String first;

		private final String onwards;

		private String query;

		Walk(String first, String onwards) {
			this.first = first;
			this.query = first;
			this.onwards = onwards;
		}

		void step() {
			var page = new GatewayResponse[1];
			this.taken.add(Stopwatch.of(() -> page[0] = page(this.query)));
			var next = page[0].text(this.onwards);
			this.query = next.isEmpty() ? this.first : "&limit=20&cursor=" + next;
		}

	}

}
