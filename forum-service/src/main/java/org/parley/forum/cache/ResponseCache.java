package org.parley.forum.cache;

import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.parley.forum.cache.Generations.Generation;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ready answers on two levels: this process, then Redis, then whoever computes them. The
 * generation of a group is read before its answer is computed and is part of the key, so
 * an answer from before a change is never found after it. One request an instance
 * computes, and one instance where Redis can be reached.
 */
public final class ResponseCache {

	private final Cache<String, CachedResponse> answers;

	private final ConcurrentMap<String, CompletableFuture<CachedResponse>> underWay = new ConcurrentHashMap<>();

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
		store.listen(new Pushes());
	}

	/**
	 * The answer to a key.
	 * @param answer computes it; what it throws is thrown, and not kept; nor is what is
	 * {@link ExpiringAnswer}
	 */
	public CachedResponse get(CacheKey key, Supplier<?> answer) {
		var generation = this.generations.of(key.group());
		var full = key.at(generation.value());
		var present = this.answers.getIfPresent(full);
		if (present != null) {
			this.metrics.localHit();
			return present;
		}
		var mine = new CompletableFuture<CachedResponse>();
		var earlier = this.underWay.putIfAbsent(full, mine);
		if (earlier != null) {
			return join(earlier);
		}
		complete(mine, full, () -> find(key, generation, full, answer));
		return join(mine);
	}

	/** Makes every answer of a group old, here at once and elsewhere by a push. */
	public void renew(String group) {
		this.store.renew(group);
		this.generations.forget(group);
	}

	private CachedResponse find(CacheKey key, Generation generation, String full, Supplier<?> answer) {
		if (!generation.shared()) {
			return compute(key, answer);
		}
		return this.store.get(full).flatMap(this::read).orElseGet(() -> computeOnce(key, full, answer));
	}

	private CachedResponse computeOnce(CacheKey key, String full, Supplier<?> answer) {
		if (this.store.lease(full)) {
			return computeLeased(key, full, answer);
		}
		return this.store.await(full).flatMap(this::read).orElseGet(() -> compute(key, answer));
	}

	/** Looks once more: whoever held the lease before may have stored the answer. */
	private CachedResponse computeLeased(CacheKey key, String full, Supplier<?> answer) {
		try {
			return this.store.get(full).flatMap(this::read).orElseGet(() -> {
				var computed = compute(key, answer);
				if (computed.isSettled()) {
					this.store.put(full, computed.stored());
				}
				return computed;
			});
		}
		finally {
			this.store.release(full);
		}
	}

	private CachedResponse compute(CacheKey key, Supplier<?> answer) {
		return this.metrics.load(() -> switch (answer.get()) {
			case ExpiringAnswer expiringAnswer ->
				CachedResponse.unsettled(this.json.writeValueAsBytes(expiringAnswer.answer()), key.audience());
			case Object settled -> CachedResponse.of(this.json.writeValueAsBytes(settled), key.audience());
		});
	}

	private Optional<CachedResponse> read(byte[] stored) {
		try {
			var answer = CachedResponse.read(stored);
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
			if (found.isSettled()) {
				this.answers.put(full, found);
			}
			future.complete(found);
		}
		catch (RuntimeException | Error ex) {
			future.completeExceptionally(ex);
		}
		finally {
			this.underWay.remove(full, future);
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

	private final class Pushes implements SharedStore.Listener {

		@Override
		public void renewed(String group) {
			ResponseCache.this.generations.forget(group);
		}

		@Override
		public void interrupted() {
			ResponseCache.this.generations.forgetAll();
		}

	}

}
