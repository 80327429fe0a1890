package org.parley.bench.timing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.client.GatewayResponse;

/**
 * Times from sending a post, an edit or a removal until another user's search shows it,
 * including all requests.
 *
 * @param gateway the client of the gateway
 */
public record SearchVisibilityTiming(GatewayClient gateway) implements TimedWork {

	private static final int PEOPLE = 12;

	/** Three writes each stay below the rate limit. */
	private static final int EACH = 9;

	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	@Override
	public List<Timings> measure() {
		var written = new ArrayList<Duration>();
		var edited = new ArrayList<Duration>();
		var removed = new ArrayList<Duration>();
		for (var author : TimingWriters.register(this.gateway, PEOPLE)) {
			var thread = TimingWriters.createThread(author);
			for (var round = 0; round < EACH; round++) {
				var word = "found%016x".formatted(ThreadLocalRandom.current().nextLong());
				var post = new String[1];
				written.add(until(() -> post[0] = TimingWriters.createReply(author, thread, "Some " + word), word, 1));
				edited.add(until(() -> edit(author, post[0], word + "again"), word + "again", 1));
				removed.add(until(() -> author.delete("/posts/" + post[0]).is(204), word + "again", 0));
			}
		}
		return List.of(timings("written, then found", written), timings("edited, then found", edited),
				timings("removed, then not found", removed));
	}

	private static void edit(ApiUser author, String post, String word) {
		author.patch("/posts/" + post, Map.of("content", "Some " + word)).is(200);
	}

	private Duration until(Runnable write, String word, int hits) {
		var reader = this.gateway.guest();
		return Stopwatch.of(() -> {
			write.run();
			Await.within(TIMEOUT, () -> found(reader, word, (count) -> count == hits));
		});
	}

	private static GatewayResponse found(ApiUser reader, String word, Predicate<Integer> expected) {
		return reader.get("/threads/search?q=" + word)
			.is(200)
			.has("/data", "to have the expected number of hits", (hits) -> expected.test(hits.size()));
	}

	private static Timings timings(String name, List<Duration> each) {
		return new Timings(name, each, each.stream().reduce(Duration.ZERO, Duration::plus));
	}

}
