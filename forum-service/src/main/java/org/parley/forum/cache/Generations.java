package org.parley.forum.cache;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLongArray;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * The present generation of each group, as far as this instance knows. A generation read
 * before a change was heard never counts after it, whatever the order of their threads:
 * each change moves a mark, and what was read counts at its own mark only.
 */
final class Generations {

	private static final int MARKS = 4096;

	private final AtomicLongArray marks = new AtomicLongArray(MARKS);

	private final Cache<String, Known> known = Caffeine.newBuilder().maximumSize(50_000).build();

	private final SharedStore store;

	private final InstantSource clock;

	Generations(SharedStore store, InstantSource clock) {
		this.store = store;
		this.clock = clock;
	}

	/** The generation to read and keep answers of the group under. */
	Generation of(String group) {
		var mark = this.marks.get(place(group));
		if (!this.store.isLive()) {
			return alone(mark);
		}
		var remembered = this.known.getIfPresent(group);
		if (remembered != null && remembered.mark == mark) {
			return remembered.generation;
		}
		return this.store.generation(group).map((value) -> remember(group, mark, value)).orElseGet(() -> alone(mark));
	}

	/** The group changed: what was read of it until now is old. */
	void forget(String group) {
		this.marks.incrementAndGet(place(group));
	}

	/** Anything may have changed. */
	void forgetAll() {
		for (var place = 0; place < MARKS; place++) {
			this.marks.incrementAndGet(place);
		}
	}

	private Generation remember(String group, long mark, String value) {
		var generation = new Generation(value, true);
		this.known.put(group, new Known(mark, generation));
		return generation;
	}

	/** Of this instance only, and for this second. */
	private Generation alone(long mark) {
		return new Generation("alone-" + mark + "-" + this.clock.instant().getEpochSecond(), false);
	}

	private static int place(String group) {
		var hash = group.hashCode();
		return (hash ^ (hash >>> 16)) & (MARKS - 1);
	}

	/**
	 * A generation of a group.
	 *
	 * @param value its name
	 * @param shared whether other instances know it
	 */
	record Generation(String value, boolean shared) {
	}

	private record Known(long mark, Generation generation) {
	}

}
