package org.parley.forum.cache;

import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.parley.forum.cache.Generations.Generation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A response cache with two levels: this process, then Redis. The generation of a group
 * is read before a response is computed and is part of its key. So a response from before
 * a change is never found after it. Only one request for each instance computes a
 * response, and only one instance while Redis is available.
 */
public final class ResponseCache {

	private final Cache<String, CachedResponse> answers;

	private final ConcurrentMap<String, CompletableFuture<CachedResponse>> pending = new ConcurrentHashMap<>();

	private final SharedStore store;

	private final Generations generations;

	private final JsonMapper json;

	private final CacheMetrics metrics;

	ResponseCache(SharedStore store, Generations generations, JsonMapper json, CacheMetrics metrics,
			CacheSettings settings) {
		this.store = store;
		this.generations = generations;
		this.json = json;
		this.metrics = metrics;
		this.answers = Caffeine.newBuilder()
			.maximumWeight(settings.local().toBytes())
			.weigher((String key, CachedResponse answer) -> 2 * key.length() + answer.size() + 200)
			.expireAfterWrite(settings.lifetime())
			.build();
		store.addListener(new InvalidationListener());
	}

	/**
	 * Returns the response for a key.
	 * @param answer computes the answer; neither an exception nor an
	 * {@link ExpiringAnswer} is cached
	 */
	public CachedResponse get(CacheKey key, Supplier<?> answer) {
		var generation = this.generations.current(key.group());
		var full = key.at(generation.value());
		var present = this.answers.getIfPresent(full);
		if (present != null) {
			this.metrics.localHit();
			return present;
		}
		var mine = new CompletableFuture<CachedResponse>();
		var earlier = this.pending.putIfAbsent(full, mine);
		if (earlier != null) {
			return join(earlier);
		}
		complete(mine, full, () -> find(key, generation, full, answer));
		return join(mine);
	}

	/** Returns values of a group that responses are computed from. */
	public <V> RememberedValues<V> remember(String group) {
		return new RememberedValues<>(group, this.generations, this.store);
	}

	/** Invalidates all responses of a group, on all instances. */
	public void invalidate(String group) {
		invalidate(List.of(group));
	}

	/** Invalidates all responses of some groups, on all instances. */
	public void invalidate(Collection<String> groups) {
		this.store.renew(groups);
		groups.forEach(this.generations::invalidate);
	}

	private CachedResponse find(CacheKey key, Generation generation, String full, Supplier<?> answer) {
		if (!generation.shared()) {
			return compute(key, answer);
		}
		var claim = this.store.claim(full);
		if (claim.isLeased()) {
			return computeLeased(key, full, answer);
		}
		return claim.stored()
			.or(() -> this.store.await(full))
			.flatMap(this::deserialize)
			.orElseGet(() -> compute(key, answer));
	}

	private CachedResponse computeLeased(CacheKey key, String full, Supplier<?> answer) {
		byte @Nullable [] computed = null;
		try {
			var response = compute(key, answer);
			if (response.isCacheable()) {
				computed = response.serialize();
			}
			return response;
		}
		finally {
			this.store.release(full, computed);
		}
	}

	private CachedResponse compute(CacheKey key, Supplier<?> answer) {
		return this.metrics.recordLoad(() -> switch (answer.get()) {
			case ExpiringAnswer expiringAnswer ->
				CachedResponse.uncacheable(this.json.writeValueAsBytes(expiringAnswer.answer()), key.audience());
			case Object cacheable -> CachedResponse.of(this.json.writeValueAsBytes(cacheable), key.audience());
		});
	}

	private Optional<CachedResponse> deserialize(byte[] stored) {
		try {
			var answer = CachedResponse.deserialize(stored);
			this.metrics.sharedHit();
			return Optional.of(answer);
		}
		catch (UncheckedIOException ex) {
			return Optional.empty();
		}
	}

	private void complete(CompletableFuture<CachedResponse> future, String full, Supplier<CachedResponse> answer) {
		try {
			var known = this.answers.getIfPresent(full);
			var found = (known != null) ? known : answer.get();
			if (found.isCacheable()) {
				this.answers.put(full, found);
			}
			future.complete(found);
		}
		catch (RuntimeException | Error ex) {
			future.completeExceptionally(ex);
		}
		finally {
			this.pending.remove(full, future);
		}
	}

	private static CachedResponse join(CompletableFuture<CachedResponse> future) {
		try {
			return future.join();
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof RuntimeException cause) {
				throw cause;
			}
			throw ex;
		}
	}

	private final class InvalidationListener implements SharedStore.Listener {

		@Override
		public void renewed(String group) {
			ResponseCache.this.generations.invalidate(group);
		}

		@Override
		public void interrupted() {
			ResponseCache.this.generations.invalidateAll();
		}

	}

}
