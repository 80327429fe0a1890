package org.parley.forum.view;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.forum.ForumIT;
import org.parley.platform.test.client.TestClient;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.ValueOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.platform.test.client.TestUser.GUEST;

class ThreadViewedIT extends ForumIT {

	private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

	@Autowired
	private ViewCounter viewCounter;

	@Autowired
	private RecentVisits recentVisits;

	private String thread = "";

	@BeforeEach
	void write() {
		this.thread = this.forum.thread(TestUser.with(), this.forum.category());
	}

	/** Waits for the loop that counts; the other tests run its batches themselves. */
	@Test
	void visitorCountsOnce() {
		var alice = TestUser.with();
		open(alice, "192.0.2.1");
		open(alice, "192.0.2.2");
		open(GUEST, "192.0.2.1");
		open(GUEST, "192.0.2.1");
		open(GUEST, "192.0.2.2");
		soon().untilAsserted(() -> assertThat(count()).isEqualTo(3));
	}

	@Test
	void notModifiedResponseCounts() {
		var tag = this.forum.get(GUEST, path()).header("ETag");
		assertThat(open(GUEST, "192.0.2.1", "If-None-Match", tag).status()).isEqualTo(304);
		awaitCount(1);
	}

	@Test
	void robotsAndPrefetchesDoNotCount() {
		this.forum.get(GUEST, path(), "User-Agent", "Googlebot/2.1", "X-Forwarded-For", "192.0.2.1");
		open(GUEST, "192.0.2.2", "Sec-Purpose", "prefetch;prerender");
		this.forum.call(GUEST, "HEAD", path(), null, "User-Agent", BROWSER, "X-Forwarded-For", "192.0.2.3");
		open(GUEST, "192.0.2.4");
		awaitCount(1);
		assertThat(count()).isEqualTo(1);
	}

	@Test
	void failedRequestsDoNotCount() {
		this.forum.post(this.forum.moderator(), path() + "/hide", null);
		assertThat(open(GUEST, "192.0.2.1").status()).isEqualTo(404);
		open(this.forum.moderator(), "192.0.2.2");
		this.forum.post(this.forum.moderator(), path() + "/unhide", null);
		awaitCount(1);
	}

	@Test
	void reportedGuestCountsOnce() {
		open(GUEST, "192.0.2.1");
		report(this.thread, "192.0.2.1", BROWSER);
		report(this.thread, "192.0.2.2", BROWSER);
		report(this.thread, "192.0.2.3", "Googlebot/2.1");
		awaitCount(2);
		assertThat(count()).isEqualTo(2);
	}

	@Test
	void reportOfUnknownThreadCountsNothing() {
		report("nowhere", "192.0.2.1", BROWSER);
		report(this.thread, "192.0.2.1", BROWSER);
		awaitCount(1);
	}

	@Test
	void visitToAnotherInstanceCountsOnce() {
		var view = new ThreadViewed(this.thread, "visitor of " + this.thread);
		assertThat(this.recentVisits.startVisits(List.of(view))).containsExactly(view);
		this.viewCounter.record(view);
		open(GUEST, "192.0.2.1");
		awaitCount(1);
	}

	@Test
	void withoutRedisInstancesCountAlone() {
		var alone = new RecentVisits(new StringRedisTemplate() {
			@Override
			public ValueOperations<String, String> opsForValue() {
				throw new RedisConnectionFailureException("Away");
			}
		}, "");
		var views = IntStream.range(0, 3).mapToObj((i) -> new ThreadViewed(this.thread, "visitor " + i)).toList();
		assertThat(alone.startVisits(views)).isEqualTo(views);
	}

	@Test
	void closeCountsRemainingViews() {
		var last = new ViewCounter(this.recentVisits, this.mongo);
		IntStream.range(0, 1_500)
			.forEach((i) -> last.record(new ThreadViewed(this.thread, "visitor " + i + this.thread)));
		last.close();
		assertThat(count()).isEqualTo(1_500);
		assertThat(last.waits()).isFalse();
	}

	@Test
	void viewKeepsVersion() {
		var read = this.forum.get(this.forum.moderator(), path()).header("ETag");
		open(GUEST, "192.0.2.1");
		awaitCount(1);
		assertThat(this.forum.patch(this.forum.moderator(), path(), Map.of("title", "Another title"), "If-Match", read)
			.status()).isEqualTo(200);
	}

	@Test
	void viewChangesEntityTagOfThreadOnly() {
		var category = this.forum.get(GUEST, path()).data().path("category").asString();
		var others = List.of("/threads?category=" + category, path() + "/posts", "/feeds/threads/" + this.thread,
				"/feeds/categories/" + category);
		var before = this.forum.get(GUEST, path()).header("ETag");
		assertThat(this.forum.get(GUEST, path(), "If-None-Match", before).status()).isEqualTo(304);
		var visitors = new AtomicInteger();
		// The thread's own events may still invalidate the others the first time.
		soon().untilAsserted(() -> {
			var tags = others.stream().map((other) -> this.forum.get(GUEST, other).header("ETag")).toList();
			open(GUEST, "192.0.2." + visitors.incrementAndGet());
			awaitCount(visitors.get());
			IntStream.range(0, others.size())
				.forEach((i) -> assertThat(this.forum.get(GUEST, others.get(i), "If-None-Match", tags.get(i)).status())
					.as(others.get(i))
					.isEqualTo(304));
		});
		var after = this.forum.get(GUEST, path(), "If-None-Match", before);
		assertThat(after.status()).isEqualTo(200);
		assertThat(after.data().path("viewCount").asInt()).isEqualTo(visitors.get());
		assertThat(version(after.header("ETag"))).isEqualTo(version(before));
		assertThat(this.forum.get(GUEST, path(), "If-None-Match", after.header("ETag")).status()).isEqualTo(304);
	}

	private void report(String threadId, String address, String browser) {
		var view = Map.of("threadId", threadId, "address", address, "userAgent", browser);
		assertThat(internal().post(GUEST, "/views", Map.of("views", List.of(view))).status()).isEqualTo(202);
	}

	/** Returns a client for what only the gateway calls. */
	private TestClient internal() {
		return new TestClient("http://127.0.0.1:" + port() + "/internal");
	}

	/** Returns the part that {@code If-Match} compares. */
	private static String version(String tag) {
		return tag.substring(0, tag.indexOf('.'));
	}

	private TestResponse open(TestUser reader, String address, String... more) {
		var headers = Stream.concat(Stream.of("User-Agent", BROWSER, "X-Forwarded-For", address), Arrays.stream(more))
			.toArray(String[]::new);
		return this.forum.get(reader, path(), headers);
	}

	private void awaitCount(long views) {
		soon().untilAsserted(() -> {
			this.viewCounter.doBatch();
			assertThat(count()).isEqualTo(views);
		});
	}

	private long count() {
		return this.forum.get(GUEST, path()).data().path("viewCount").asLong();
	}

	private String path() {
		return "/threads/" + this.thread;
	}

}
