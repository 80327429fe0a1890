package org.parley.forum.cache;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Values that this process remembers until any of them changes. Their group has a
 * generation like that of responses, so a value from before a change is never returned
 * once the change is known here.
 *
 * @param <V> the type of the values
 */
public final class RememberedValues<V> {

	private static final int MAX_VALUES = 10_000;

	/** How long values stay if an instance changed one and ended before it said so. */
	private static final Duration LIFETIME = Duration.ofMinutes(1);

	private final String group;

	private final Generations generations;

	private final SharedStore store;

	private volatile Values<V> values = new Values<>("");

	RememberedValues(String group, Generations generations, SharedStore store) {
		this.group = group;
		this.generations = generations;
		this.store = store;
	}

	/**
	 * Returns the existing values among some keys.
	 * @param load reads values that are not remembered
	 */
	public Map<String, V> getAll(Collection<String> keys, Function<Set<String>, Map<String, V>> load) {
		return current().cache.getAll(keys, (missing) -> load.apply(Set.copyOf(missing)));
	}

	/** Forgets all values, on all instances. Call it after the commit of a change. */
	public void invalidate() {
		this.store.renew(Set.of(this.group));
		this.generations.invalidate(this.group);
	}

	/** Values are loaded into those of the generation that was read before. */
	private Values<V> current() {
		var generation = this.generations.current(this.group).value();
		var known = this.values;
		if (known.generation.equals(generation)) {
			return known;
		}
		var fresh = new Values<V>(generation);
		this.values = fresh;
		return fresh;
	}

	private static final class Values<V> {

		private final String generation;

		private final Cache<String, V> cache = Caffeine.newBuilder()
			.maximumSize(MAX_VALUES)
			.expireAfterWrite(LIFETIME)
			.build();

		private Values(String generation) {
			this.generation = generation;
		}

	}

}
