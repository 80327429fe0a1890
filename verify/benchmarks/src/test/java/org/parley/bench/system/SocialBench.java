package org.parley.bench.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.parley.bench.Usage;
import org.parley.bench.report.ResultTable;
import org.parley.bench.timing.Stopwatch;
import org.parley.bench.timing.TimingWriters;
import org.parley.bench.timing.Timings;
import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.Await;
import org.parley.launcher.process.LauncherException;

/**
 * Measures social-service: posts of people with a hundred followers each, until nothing
 * that follows is pending; the feeds of those people; and posts of somebody with 1 to
 * 10,000 followers, until they are in every feed.
 *
 * @param writes measures the writes, and names the checkout and the people
 */
public record SocialBench(WriteBench writes) {

	private static final int FOLLOWERS = 100;

	private static final int[] GROWTH = { 1, 100, 1_000, 10_000 };

	private static final int POSTS = 10;

	private static final Duration POLL_INTERVAL = Duration.ofMillis(10);

	private static final Duration TIMEOUT = Duration.ofSeconds(60);

	private static final Map<String, String> POST = Map.of("text", "The first tomatoes are ripe.", "visibility",
			"public");

	public List<ResultTable> measure() {
		var users = TimingWriters.register(this.writes.gateway(), Math.max(this.writes.people(), FOLLOWERS + 1));
		var ids = users.stream().map((user) -> user.get("/users/me").is(200).text("/data/id")).toList();
		try (var feeds = new FeedDatabase(this.writes.checkout())) {
			IntStream.range(0, ids.size())
				.forEach((i) -> feeds.follow(
						IntStream.rangeClosed(1, FOLLOWERS).mapToObj((step) -> ids.get((i + step) % ids.size())),
						ids.get(i)));
			var tables = new ArrayList<>(
					this.writes.measure("post to %d followers".formatted(FOLLOWERS), users, (user, _) -> post(user)));
			tables.add(new ResultTable("feed", pages(users)));
			tables.add(new ResultTable("social post", growth(feeds)));
			return tables;
		}
	}

	private static String post(ApiUser author) {
		return author.post("/social/posts", POST).is(201).text("/data/id");
	}

	/** One reader at a time; each reads the own feed twice. */
	private static Map<String, Map<String, Double>> pages(List<ApiUser> readers) {
		List<Runnable> reads = readers.stream()
			.<Runnable>map((reader) -> () -> reader.get("/social/feed").is(200))
			.toList();
		var rows = new LinkedHashMap<String, Map<String, Double>>();
		for (var name : List.of("feed page, first time", "feed page, again")) {
			rows.put(name, row(Stopwatch.runConcurrently(name, List.of(reads))));
		}
		return rows;
	}

	private Map<String, Map<String, Double>> growth(FeedDatabase feeds) {
		var authors = TimingWriters.register(this.writes.gateway(), GROWTH.length);
		var rows = new LinkedHashMap<String, Map<String, Double>>();
		for (var i = 0; i < GROWTH.length; i++) {
			rows.put("post to %,d followers, one at a time".formatted(GROWTH[i]),
					growth(feeds, authors.get(i), GROWTH[i]));
		}
		return rows;
	}

	private Map<String, Double> growth(FeedDatabase feeds, ApiUser author, int followers) {
		var id = author.get("/users/me").is(200).text("/data/id");
		var readers = FeedDatabase.strangers(id, followers).toList();
		feeds.follow(readers.stream(), id);
		arrive(feeds, post(author), readers.getLast());
		var before = this.writes.servers().usage();
		var accepted = new ArrayList<Duration>();
		var arrived = new ArrayList<Duration>();
		var posts = new ArrayList<String>();
		for (var i = 0; i < POSTS; i++) {
			var start = System.nanoTime();
			posts.add(post(author));
			accepted.add(Duration.ofNanos(System.nanoTime() - start));
			arrive(feeds, posts.getLast(), readers.getLast());
			arrived.add(Duration.ofNanos(System.nanoTime() - start));
		}
		var row = new LinkedHashMap<String, Double>();
		var writing = new Timings("accepted", accepted, Duration.ZERO);
		var reaching = new Timings("in every feed", arrived, Duration.ZERO);
		row.put("accepted p50 ms", writing.millis(50));
		row.put("accepted max ms", writing.millis(100));
		row.put("in every feed p50 ms", reaching.millis(50));
		row.put("in every feed max ms", reaching.millis(100));
		row.put("CPU ms each", (double) Usage.sum(this.writes.servers().usageSince(before)).cpuMillis() / POSTS);
		posts.forEach((post) -> {
			if (feeds.count(readers, post) != followers) {
				throw new LauncherException("A post is missing in a feed");
			}
			feeds.remove(readers, post);
		});
		return row;
	}

	/** Rounds write to followers in the order of their ids, so the last one is enough. */
	private static void arrive(FeedDatabase feeds, String post, String lastReader) {
		if (!Await.until(TIMEOUT, POLL_INTERVAL, () -> feeds.contains(lastReader, post))) {
			throw new LauncherException("A post is not in every feed after %d s".formatted(TIMEOUT.toSeconds()));
		}
	}

	private static Map<String, Double> row(Timings timings) {
		var row = new LinkedHashMap<String, Double>();
		row.put("p50 ms", timings.millis(50));
		row.put("p95 ms", timings.millis(95));
		row.put("max ms", timings.millis(100));
		return row;
	}

}
