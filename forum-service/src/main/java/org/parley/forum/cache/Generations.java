package org.parley.forum.cache;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLongArray;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * The current generation of each group, as this instance knows it. A generation that was
 * read before an invalidation is never used after it, whatever the order of threads: each
 * invalidation increments a mark, and a generation is valid only with the mark at which
 * it was read.
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

	/** Returns the generation for reading and storing responses of a group. */
	Generation current(String group) {
		var mark = this.marks.get(place(group));
		if (!this.store.isLive()) {
			return localOnly(mark);
		}
		var remembered = this.known.getIfPresent(group);
		if (remembered != null && remembered.mark == mark) {
			return remembered.generation;
		}
		return this.store.getOrCreateGeneration(group)
			.map((value) -> remember(group, mark, value))
			.orElseGet(() -> localOnly(mark));
	}

	/** Invalidates the known generation of a group. */
	void invalidate(String group) {
		this.marks.incrementAndGet(place(group));
	}

	/** Invalidates the known generations of all groups. */
	void invalidateAll() {
		for (var place = 0; place < MARKS; place++) {
			this.marks.incrementAndGet(place);
		}
	}

	private Generation remember(String group, long mark, String value) {
		var generation = new Generation(value, true);
		this.known.put(group, new Known(mark, generation));
		return generation;
	}

	/** Returns a generation of this instance alone that is valid for one second. */
	private Generation localOnly(long mark) {
		return new Generation("alone-" + mark + "-" + this.clock.instant().getEpochSecond(), false);
	}

	private static int place(String group) {
		var hash = group.hashCode();
		return (hash ^ (hash >>> 16)) & (MARKS - 1);
	}

	/**
	 * A generation of a group.
	 *
	 * @param value its identifier
	 * @param shared whether it is shared with other instances
	 */
	record Generation(String value, boolean shared) {
	}

	private record Known(long mark, Generation generation) {
	}

}
