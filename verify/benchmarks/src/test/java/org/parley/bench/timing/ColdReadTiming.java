package org.parley.bench.timing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.parley.launcher.client.GatewayClient;

/**
 * Times reads of thread lists and first pages of threads by eight guests, uncached and
 * cached.
 *
 * @param gateway the client of the gateway
 */
public record ColdReadTiming(GatewayClient gateway) implements TimedWork {

	private static final int PAGES = 100;

	private static final int GUESTS = 8;

	@Override
	public List<Timings> measure() {
		var lists = new ArrayList<String>();
		var threads = new ArrayList<String>();
		var next = "";
		while (lists.size() < PAGES && (lists.isEmpty() || !next.isEmpty())) {
			var path = "/threads?sort=newest&limit=20" + (next.isEmpty() ? "" : "&cursor=" + next);
			var page = this.gateway.guest().get(path).is(200);
			lists.add(path);
			threads.add("/threads/%s/posts?limit=20".formatted(page.text("/data/0/id")));
			next = page.text("/meta/pagination/next");
		}
		TimingWriters.createThread(TimingWriters.register(this.gateway, 1).getFirst());
		return List.of(read("list pages, cold", lists), read("list pages, cached", lists),
				read("thread pages, cold", threads), read("thread pages, cached", threads));
	}

	private Timings read(String name, List<String> paths) {
		return Stopwatch.runConcurrently(name, IntStream.range(0, GUESTS).mapToObj((guest) -> {
			var reader = this.gateway.guest();
			return IntStream.range(0, paths.size())
				.filter((place) -> place % GUESTS == guest)
				.<Runnable>mapToObj((place) -> () -> reader.get(paths.get(place)).is(200))
				.toList();
		}).toList());
	}

}
