package org.parley.forum.cache;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import org.parley.platform.web.Ids;

/**
 * Shares answers and generations over Redis. A generation is a fresh id and never a
 * count, which an emptied server would begin again. A change that could not be told is
 * owed, and told before answers are shared again; so are those of the last seconds, which
 * a failover may have lost.
 */
final class RedisStore implements SharedStore, AutoCloseable {

	private static final Duration LEASE = Duration.ofSeconds(2);

	private static final Duration FAILOVER = Duration.ofSeconds(10);

	private static final int MOST_OWED = 100_000;

	private static final String RENEWED = "renewed ";

	private static final String RELEASED = "released ";

	private final String prefix;

	private final String channel;

	private final CacheSettings settings;

	private final RedisLink link;

	private final Cache<String, String> owed;

	private final Cache<String, String> recent;

	private final ConcurrentMap<String, CompletableFuture<Boolean>> awaited = new ConcurrentHashMap<>();

	private final List<Listener> listeners = new CopyOnWriteArrayList<>();

	RedisStore(RedisURI uri, String prefix, CacheSettings settings) {
		this.prefix = prefix;
		this.channel = prefix + "cache";
		this.settings = settings;
		this.owed = remembering(settings.lifetime().plusMinutes(1));
		this.recent = remembering(FAILOVER);
		this.link = new RedisLink(uri, this.channel, settings, new Link());
	}

	private static Cache<String, String> remembering(Duration lifetime) {
		return Caffeine.newBuilder().maximumSize(MOST_OWED).expireAfterWrite(lifetime).build();
	}

	void start() {
		this.link.start();
	}

	@Override
	public void close() {
		this.link.close();
	}

	@Override
	public boolean isLive() {
		return this.link.isLive();
	}

	@Override
	public void listen(Listener listener) {
		this.listeners.add(listener);
	}

	@Override
	public Optional<String> generation(String group) {
		var key = generationKey(group);
		return this.link.ask((redis) -> {
			var known = redis.sync().get(key);
			if (known != null) {
				return known;
			}
			redis.sync().set(key, bytes(Ids.next()), SetArgs.Builder.nx().ex(this.settings.lifetime().multipliedBy(2)));
			return redis.sync().get(key);
		}).map((value) -> new String(value, StandardCharsets.UTF_8));
	}

	@Override
	public void renew(String group) {
		var debt = Ids.next();
		this.owed.put(group, debt);
		this.recent.put(group, group);
		this.link.ask((redis) -> tell(redis, List.of(group))).ifPresent((_) -> settle(group, debt));
	}

	@Override
	public Optional<byte[]> get(String key) {
		return this.link.ask((redis) -> redis.sync().get(this.prefix + key));
	}

	@Override
	public void put(String key, byte[] stored) {
		var lifetime = SetArgs.Builder.ex(this.settings.lifetime());
		this.link.ask((redis) -> redis.async().set(this.prefix + key, stored, lifetime));
	}

	@Override
	public boolean lease(String key) {
		var free = SetArgs.Builder.nx().px(LEASE);
		return this.link.ask((redis) -> redis.sync().set(leaseKey(key), bytes("1"), free)).isPresent() || !isLive();
	}

	@Override
	public void release(String key) {
		this.link.ask((redis) -> redis.async()
			.del(leaseKey(key))
			.thenCompose((_) -> redis.async().publish(this.channel, bytes(RELEASED + key))));
	}

	@Override
	public Optional<byte[]> await(String key) {
		var released = this.awaited.computeIfAbsent(key, (_) -> new CompletableFuture<>());
		try {
			return get(key).or(() -> comes(released) ? get(key) : Optional.empty());
		}
		finally {
			this.awaited.remove(key, released);
		}
	}

	private boolean comes(CompletableFuture<Boolean> released) {
		try {
			return released.get(this.settings.patience().toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException | ExecutionException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/** New generations first, then the pushes: who hears of one finds it. */
	private Boolean tell(StatefulRedisConnection<String, byte[]> redis, Collection<String> groups) {
		var commands = redis.async();
		var lifetime = SetArgs.Builder.ex(this.settings.lifetime().multipliedBy(2));
		var sent = groups.stream()
			.flatMap((group) -> Stream.of(commands.set(generationKey(group), bytes(Ids.next()), lifetime),
					commands.publish(this.channel, bytes(RENEWED + group))))
			.toArray(RedisFuture[]::new);
		if (!LettuceFutures.awaitAll(this.settings.timeout(), sent)) {
			throw new RedisException("No answer in time");
		}
		return true;
	}

	private void settle(String group, String debt) {
		this.owed.asMap().remove(group, debt);
	}

	private String generationKey(String group) {
		return this.prefix + "generation:" + group;
	}

	private String leaseKey(String key) {
		return this.prefix + "lease:" + key;
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private final class Link implements RedisLink.Ends {

		@Override
		public void pushed(String message) {
			if (message.startsWith(RENEWED)) {
				var group = message.substring(RENEWED.length());
				RedisStore.this.listeners.forEach((listener) -> listener.renewed(group));
			}
			else if (message.startsWith(RELEASED)) {
				var waiting = RedisStore.this.awaited.get(message.substring(RELEASED.length()));
				if (waiting != null) {
					waiting.complete(true);
				}
			}
		}

		@Override
		public void interrupted() {
			RedisStore.this.listeners.forEach(Listener::interrupted);
		}

		@Override
		public void resuming(StatefulRedisConnection<String, byte[]> connection) {
			var groups = new HashSet<>(RedisStore.this.recent.asMap().keySet());
			groups.addAll(RedisStore.this.owed.asMap().keySet());
			tell(connection, groups);
			interrupted();
		}

		@Override
		public void beating(StatefulRedisConnection<String, byte[]> connection) {
			RedisStore.this.owed.asMap().forEach((group, debt) -> {
				tell(connection, List.of(group));
				settle(group, debt);
			});
		}

	}

}
