package org.parley.forum.cache;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class RememberedValuesTests {

	private final FakeRedis redis = new FakeRedis();

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T08:00:00Z"));

	private final RememberedValues<String> here = instance();

	private final RememberedValues<String> there = instance();

	private final Map<String, String> database = new ConcurrentHashMap<>(Map.of("a", "Ann", "b", "Ben"));

	private final AtomicInteger loads = new AtomicInteger();

	@Test
	void valuesAreLoadedOnce() {
		assertThat(read(this.here, "a")).isEqualTo(Map.of("a", "Ann"));
		assertThat(read(this.here, "a", "b")).isEqualTo(Map.of("a", "Ann", "b", "Ben"));
		assertThat(read(this.here, "b", "a")).hasSize(2);
		assertThat(this.loads).hasValue(2);
	}

	@Test
	void missingValueIsLoadedEachTime() {
		assertThat(read(this.here, "c")).isEmpty();
		this.database.put("c", "Cas");
		assertThat(read(this.here, "c")).isEqualTo(Map.of("c", "Cas"));
	}

	@Test
	void changeReachesAllInstances() {
		read(this.here, "a");
		read(this.there, "a");
		this.database.put("a", "deleted");
		this.here.invalidate();
		assertThat(read(this.here, "a")).isEqualTo(Map.of("a", "deleted"));
		assertThat(read(this.there, "a")).isEqualTo(Map.of("a", "deleted"));
	}

	@Test
	void valueLoadedBeforeChangeIsNotRememberedAfterIt() {
		var loaded = this.here.getAll(List.of("a"), (keys) -> {
			var before = Map.copyOf(this.database);
			this.database.put("a", "deleted");
			this.there.invalidate();
			return before;
		});
		assertThat(loaded).containsEntry("a", "Ann");
		assertThat(read(this.here, "a")).isEqualTo(Map.of("a", "deleted"));
	}

	@Test
	void withoutRedisValuesLiveOneSecond() {
		this.redis.goDown();
		read(this.here, "a");
		this.database.put("a", "deleted");
		this.there.invalidate();
		this.now.updateAndGet((instant) -> instant.plus(Duration.ofSeconds(1)));
		assertThat(read(this.here, "a")).isEqualTo(Map.of("a", "deleted"));
	}

	private Map<String, String> read(RememberedValues<String> instance, String... keys) {
		return instance.getAll(Set.of(keys), (missing) -> {
			this.loads.incrementAndGet();
			var found = new ConcurrentHashMap<>(this.database);
			found.keySet().retainAll(missing);
			return found;
		});
	}

	private RememberedValues<String> instance() {
		var settings = new CacheSettings(DataSize.ofMegabytes(1), Duration.ofMinutes(5), Duration.ofMillis(200),
				Duration.ofMillis(250), Duration.ofMillis(250));
		var store = this.redis.store();
		InstantSource clock = this.now::get;
		return new ResponseCache(store, new Generations(store, clock), new JsonMapper(),
				new CacheMetrics(new SimpleMeterRegistry()), settings)
			.remember("people");
	}

}
