package org.parley.forum.cache;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ResponseCacheTests {

	private static final CacheKey KEY = CacheKey.of("thread:posts:T1", "everyone", "", 20);

	private final FakeRedis redis = new FakeRedis();

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T08:00:00Z"));

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final ResponseCache here = instance();

	private final ResponseCache there = instance();

	private final AtomicReference<String> database = new AtomicReference<>("old");

	private final AtomicInteger loads = new AtomicInteger();

	@Test
	void responseIsComputedOnceForAllInstances() {
		assertThat(read(this.here)).isEqualTo("old");
		assertThat(read(this.here)).isEqualTo("old");
		assertThat(read(this.there)).isEqualTo("old");
		assertThat(read(this.there)).isEqualTo("old");
		assertThat(this.loads).hasValue(1);
		assertThat(hits("local")).isEqualTo(2);
		assertThat(hits("shared")).isEqualTo(1);
		assertThat(this.meters.get("parley.cache.loads").timer().count()).isEqualTo(1);
	}

	@Test
	void invalidationReachesAllInstances() {
		read(this.here);
		read(this.there);
		write("new");
		assertThat(read(this.here)).isEqualTo("new");
		assertThat(read(this.there)).isEqualTo("new");
		assertThat(this.loads).hasValue(2);
	}

	@Test
	void invalidationKeepsOtherGroups() {
		read(this.here);
		this.here.invalidate("thread:posts:T2");
		read(this.here);
		assertThat(this.loads).hasValue(1);
	}

	@Test
	void audiencesHaveSeparateResponses() {
		var other = CacheKey.of("thread:posts:T1", "members", "", 20);
		assertThat(text(this.here.get(KEY, () -> "public"))).isEqualTo("public");
		assertThat(text(this.here.get(other, () -> "secret"))).isEqualTo("secret");
		assertThat(text(this.there.get(KEY, () -> "not asked"))).isEqualTo("public");
		assertThat(this.redis.keys()).hasSize(2);
	}

	@Test
	void staleResponseStoredAfterChangeIsNotServed() throws Exception {
		var hasStarted = new CountDownLatch(1);
		var mayFinish = new CountDownLatch(1);
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			var slow = threads.submit(() -> text(this.here.get(KEY, () -> {
				var read = this.database.get();
				hasStarted.countDown();
				await(mayFinish);
				return read;
			})));
			await(hasStarted);
			write("new");
			mayFinish.countDown();
			assertThat(slow.get(5, TimeUnit.SECONDS)).isEqualTo("old");
		}
		assertThat(read(this.here)).isEqualTo("new");
		assertThat(read(this.there)).isEqualTo("new");
	}

	@Test
	void readAfterChangeDoesNotJoinEarlierRead() throws Exception {
		var hasStarted = new CountDownLatch(1);
		var mayFinish = new CountDownLatch(1);
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			var slow = threads.submit(() -> text(this.here.get(KEY, () -> {
				hasStarted.countDown();
				await(mayFinish);
				return "old";
			})));
			await(hasStarted);
			write("new");
			assertThat(read(this.here)).isEqualTo("new");
			mayFinish.countDown();
			assertThat(slow.get(5, TimeUnit.SECONDS)).isEqualTo("old");
		}
	}

	@Test
	void concurrentFirstReadsComputeOnce() throws Exception {
		var together = new CyclicBarrier(100);
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			var readers = IntStream.range(0, 100).mapToObj((_) -> threads.submit(() -> {
				together.await(5, TimeUnit.SECONDS);
				return read(this.here);
			})).toList();
			for (var reader : readers) {
				assertThat(reader.get(5, TimeUnit.SECONDS)).isEqualTo("old");
			}
		}
		assertThat(this.loads).hasValue(1);
	}

	@Test
	void missAsksSharedStoreOnce() {
		read(this.here);
		read(this.here);
		assertThat(this.redis.claims()).isOne();
	}

	@Test
	void failureIsThrownAndNotCached() {
		Supplier<String> failing = () -> {
			throw new IllegalStateException("no database");
		};
		assertThatIllegalStateException().isThrownBy(() -> this.here.get(KEY, failing)).withMessage("no database");
		assertThat(read(this.here)).isEqualTo("old");
	}

	@Test
	void expiringAnswerIsNotCached() {
		assertThat(text(this.here.get(KEY, () -> new ExpiringAnswer("early")))).isEqualTo("early");
		assertThat(this.redis.keys()).isEmpty();
		assertThat(read(this.here)).isEqualTo("old");
	}

	@Test
	void withoutRedisResponsesLiveOneSecond() {
		read(this.here);
		this.redis.goDown();
		this.database.set("changed by another instance");
		assertThat(read(this.here)).isEqualTo("changed by another instance");
		this.database.set("changed again");
		assertThat(read(this.here)).isEqualTo("changed by another instance");
		this.now.updateAndGet((time) -> time.plusSeconds(1));
		assertThat(read(this.here)).isEqualTo("changed again");
	}

	@Test
	void withoutRedisOwnChangeIsVisibleAtOnce() {
		this.redis.goDown();
		read(this.here);
		write("new");
		assertThat(read(this.here)).isEqualTo("new");
	}

	@Test
	void missedInvalidationIsAppliedWhenRedisReturns() {
		read(this.there);
		this.redis.goDown();
		write("new");
		this.redis.comeBack();
		assertThat(read(this.there)).isEqualTo("new");
	}

	@Test
	void emptiedRedisServesNoStaleResponse() {
		read(this.here);
		this.redis.clear();
		write("new");
		assertThat(read(this.here)).isEqualTo("new");
		assertThat(read(this.there)).isEqualTo("new");
	}

	private ResponseCache instance() {
		var settings = new CacheSettings(DataSize.ofMegabytes(1), Duration.ofMinutes(5), Duration.ofMillis(200),
				Duration.ofMillis(250), Duration.ofMillis(250));
		var store = this.redis.store();
		InstantSource clock = this.now::get;
		return new ResponseCache(store, new Generations(store, clock), new JsonMapper(), new CacheMetrics(this.meters),
				settings);
	}

	private String read(ResponseCache instance) {
		return text(instance.get(KEY, () -> {
			this.loads.incrementAndGet();
			return this.database.get();
		}));
	}

	private void write(String content) {
		this.database.set(content);
		this.here.invalidate(KEY.group());
	}

	private double hits(String level) {
		return this.meters.get("parley.cache.hits").tag("level", level).counter().count();
	}

	private static String text(CachedResponse answer) {
		return new String(answer.json(), StandardCharsets.UTF_8).replace("\"", "");
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
