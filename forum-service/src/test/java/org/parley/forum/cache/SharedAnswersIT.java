package org.parley.forum.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import io.lettuce.core.RedisURI;
import io.lettuce.core.SslOptions;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.forum.ForumIT;
import org.parley.platform.domain.Ids;
import org.parley.platform.runtime.redis.LettuceConnectionDetails;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Tests the cache with two instances and one Redis server. */
class SharedAnswersIT extends ForumIT {

	private static final Duration BEAT = Duration.ofMillis(100);

	private final CacheKey key = CacheKey.of("thread:posts:" + Ids.next(), "everyone", 1, 20);

	private final AtomicReference<String> database = new AtomicReference<>("old");

	private final AtomicInteger loads = new AtomicInteger();

	@Value("${spring.data.redis.url}")
	private String url;

	@Value("${parley.redis.prefix}")
	private String prefix;

	@Autowired
	private StringRedisTemplate template;

	private RedisURI redis;

	private Wire wire;

	private RedisStore storeHere;

	private RedisStore storeThere;

	private ResponseCache here;

	private ResponseCache there;

	@BeforeEach
	void twoInstances() throws IOException {
		this.redis = RedisURI.create(this.url);
		this.wire = new Wire(this.redis.getHost(), this.redis.getPort());
		this.storeHere = store(this.redis.getPort());
		this.storeThere = store(this.wire.port());
		this.here = instance(this.storeHere);
		this.there = instance(this.storeThere);
		await().until(() -> this.storeHere.isLive() && this.storeThere.isLive());
	}

	@AfterEach
	void stop() throws IOException {
		this.storeHere.close();
		this.storeThere.close();
		this.wire.close();
	}

	@Test
	void responseIsComputedOnceForBothInstances() {
		assertThat(read(this.here)).isEqualTo("old");
		await().until(() -> this.template.hasKey(storedAt()));
		assertThat(read(this.there)).isEqualTo("old");
		assertThat(this.loads).hasValue(1);
	}

	@Test
	void invalidationReachesOtherInstance() {
		read(this.here);
		read(this.there);
		write(this.there, "new");
		assertThat(read(this.there)).isEqualTo("new");
		await().until(() -> read(this.here).equals("new"));
	}

	@Test
	void concurrentFirstReadsComputeOnce() throws Exception {
		var together = new CyclicBarrier(100);
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			var readers = IntStream.range(0, 100).mapToObj((number) -> threads.submit(() -> {
				together.await(5, TimeUnit.SECONDS);
				return read((number % 2 == 0) ? this.here : this.there);
			})).toList();
			for (var reader : readers) {
				assertThat(reader.get(5, TimeUnit.SECONDS)).isEqualTo("old");
			}
		}
		assertThat(this.loads).hasValue(1);
	}

	@Test
	void responsesStayCurrentWithoutConnection() {
		read(this.there);
		this.wire.cut();
		await().until(() -> !this.storeThere.isLive());
		write(this.here, "new");
		assertThat(read(this.there)).isEqualTo("new");
		write(this.here, "newer");
		await().until(() -> read(this.there).equals("newer"));
	}

	@Test
	void invalidationIsPublishedAfterReconnect() {
		read(this.here);
		this.wire.cut();
		await().until(() -> !this.storeThere.isLive());
		write(this.there, "new");
		assertThat(read(this.there)).isEqualTo("new");
		assertThat(read(this.here)).isEqualTo("old");
		this.wire.mend();
		await().until(this.storeThere::isLive);
		await().until(() -> read(this.here).equals("new"));
	}

	@Test
	void frozenConnectionIsDetected() {
		read(this.there);
		this.wire.freeze();
		write(this.here, "new");
		await().until(() -> read(this.there).equals("new"));
		assertThat(this.storeThere.isLive()).isFalse();
		var started = System.nanoTime();
		IntStream.range(0, 500).forEach((_) -> write(this.there, "newest"));
		// A hundred seconds if each waited for its command to time out.
		assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(50));
		this.wire.thaw();
		await().until(this.storeThere::isLive);
		await().until(() -> read(this.here).equals("newest"));
	}

	@Test
	void unusedLinkRestsUntilItsNextUse() {
		read(this.there);
		awaitRest();
		var before = this.wire.passed();
		assertThat(read(this.there)).isEqualTo("old");
		await().until(() -> this.wire.passed() > before && this.storeThere.isLive());
	}

	/** A heartbeat from before the rest must not count as the one that ends it. */
	@Test
	void restingLinkIsLiveAtItsNextUseAlthoughMessagesAreLate() {
		this.wire.delayMessages(Duration.ofMillis(50));
		read(this.there);
		awaitRest();
		assertThat(this.storeThere.isLive()).isTrue();
	}

	@Test
	void restingLinkThatIsFrozenIsNotTrusted() {
		read(this.there);
		awaitRest();
		this.wire.freeze();
		write(this.here, "new");
		assertThat(read(this.there)).isEqualTo("new");
		assertThat(this.storeThere.isLive()).isFalse();
		this.wire.thaw();
	}

	@Test
	void restingLinkThatIsCutLooksForRedis() {
		read(this.there);
		awaitRest();
		this.wire.cut();
		write(this.here, "new");
		assertThat(read(this.there)).isEqualTo("new");
		this.wire.mend();
		await().until(this.storeThere::isLive);
	}

	/** Waits until no heartbeats pass, for the time of a few of them. */
	private void awaitRest() {
		var last = new AtomicLong();
		await().during(BEAT.multipliedBy(5)).until(() -> last.getAndSet(this.wire.passed()) == this.wire.passed());
	}

	@Test
	void responseInOtherFormatIsRecomputed() {
		read(this.here);
		await().until(() -> this.template.hasKey(storedAt()));
		this.template.opsForValue().set(storedAt(), "something of no known format");
		assertThat(read(this.there)).isEqualTo("old");
		assertThat(this.loads).hasValue(2);
	}

	@Test
	void instanceWaitsForLeaseOfOtherOne() throws Exception {
		var hasStarted = new CountDownLatch(1);
		var mayFinish = new CountDownLatch(1);
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			var first = threads.submit(() -> this.here.get(this.key, () -> {
				hasStarted.countDown();
				return waitFor(mayFinish) ? "computed here" : "too late";
			}));
			assertThat(waitFor(hasStarted)).isTrue();
			var second = threads.submit(() -> read(this.there));
			await().during(Duration.ofMillis(200)).until(() -> !second.isDone());
			mayFinish.countDown();
			assertThat(first.get(5, TimeUnit.SECONDS)).isNotNull();
			assertThat(second.get(5, TimeUnit.SECONDS)).isEqualTo("computed here");
		}
		assertThat(this.loads).hasValue(0);
	}

	private static boolean waitFor(CountDownLatch latch) {
		try {
			return latch.await(5, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String storedAt() {
		var generation = this.template.opsForValue().get(this.prefix + "generation:" + this.key.group());
		return this.prefix + this.key.at(Objects.requireNonNull(generation));
	}

	private RedisStore store(int port) {
		var uri = RedisURI.builder(this.redis).withHost("127.0.0.1").withPort(port).build();
		var settings = new CacheSettings(DataSize.ofMegabytes(1), Duration.ofMinutes(5), Duration.ofMillis(200), BEAT,
				Duration.ofSeconds(2));
		var store = new RedisStore(new LettuceConnectionDetails(uri, SslOptions.create()), this.prefix, settings);
		store.start();
		return store;
	}

	private ResponseCache instance(RedisStore store) {
		var settings = new CacheSettings(DataSize.ofMegabytes(1), Duration.ofMinutes(5), Duration.ofMillis(200), BEAT,
				Duration.ofSeconds(2));
		return new ResponseCache(store, new Generations(store, InstantSource.system()), new JsonMapper(),
				new CacheMetrics(new SimpleMeterRegistry()), settings);
	}

	private String read(ResponseCache instance) {
		return new String(instance.get(this.key, () -> {
			this.loads.incrementAndGet();
			return this.database.get();
		}).json(), StandardCharsets.UTF_8).replace("\"", "");
	}

	private void write(ResponseCache instance, String content) {
		this.database.set(content);
		instance.invalidate(this.key.group());
	}

}
