package org.parley.forum.cache;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Ids;

/** An in-memory Redis server with a store for each instance. */
final class FakeRedis {

	private final Map<String, String> generations = new ConcurrentHashMap<>();

	private final Map<String, byte[]> answers = new ConcurrentHashMap<>();

	private final Set<String> leases = ConcurrentHashMap.newKeySet();

	private final List<SharedStore.Listener> listeners = new CopyOnWriteArrayList<>();

	private final AtomicInteger claims = new AtomicInteger();

	private volatile boolean down;

	void goDown() {
		this.down = true;
		this.listeners.forEach(SharedStore.Listener::interrupted);
	}

	void comeBack() {
		this.down = false;
		this.listeners.forEach(SharedStore.Listener::interrupted);
	}

	/** Loses all data, like a restart without persistence. */
	void clear() {
		this.generations.clear();
		this.answers.clear();
		this.leases.clear();
	}

	Set<String> keys() {
		return Set.copyOf(this.answers.keySet());
	}

	int claims() {
		return this.claims.get();
	}

	SharedStore store() {
		return new Store();
	}

	private final class Store implements SharedStore {

		@Override
		public boolean isLive() {
			return !FakeRedis.this.down;
		}

		@Override
		public Optional<String> getOrCreateGeneration(String group) {
			return isLive() ? Optional.of(FakeRedis.this.generations.computeIfAbsent(group, (_) -> Ids.next()))
					: Optional.empty();
		}

		@Override
		public void renew(Collection<String> groups) {
			groups.forEach((group) -> {
				FakeRedis.this.generations.put(group, Ids.next());
				if (isLive()) {
					FakeRedis.this.listeners.forEach((listener) -> listener.renewed(group));
				}
			});
		}

		@Override
		public Claim claim(String key) {
			FakeRedis.this.claims.incrementAndGet();
			var stored = await(key);
			if (stored.isPresent()) {
				return new Claim(stored, false);
			}
			return FakeRedis.this.leases.add(key) ? Claim.LEASED : Claim.HELD;
		}

		@Override
		public void release(String key, byte @Nullable [] computed) {
			if (computed != null && isLive()) {
				FakeRedis.this.answers.put(key, computed);
			}
			FakeRedis.this.leases.remove(key);
		}

		@Override
		public Optional<byte[]> await(String key) {
			return isLive() ? Optional.ofNullable(FakeRedis.this.answers.get(key)) : Optional.empty();
		}

		@Override
		public void addListener(Listener listener) {
			FakeRedis.this.listeners.add(listener);
		}

	}

}
