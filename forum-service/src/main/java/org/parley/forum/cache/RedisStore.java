package org.parley.forum.cache;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
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
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Ids;
import org.parley.platform.runtime.redis.LettuceConnectionDetails;

/**
 * Shares responses and generations through Redis. A generation is a new id and not a
 * number, which would restart on an emptied server. An invalidation that fails is kept
 * and published before responses are shared again. So are those of the last seconds,
 * which a failover may have lost.
 */
final class RedisStore implements SharedStore, AutoCloseable {

	private static final Duration LEASE_DURATION = Duration.ofSeconds(2);

	private static final Duration FAILOVER_WINDOW = Duration.ofSeconds(10);

	private static final int MAX_UNPUBLISHED = 100_000;

	/** One round trip, after which nobody computes what was stored just before. */
	private static final String CLAIM = """
			local stored = redis.call('GET', KEYS[1])
			if stored then return stored end
			if redis.call('SET', KEYS[2], 'held', 'NX', 'PX', ARGV[1]) then return '' end
			redis.call('SET', KEYS[2], 'awaited', 'XX', 'KEEPTTL')
			return nil
			""";

	/** Stores a response, if any, and notifies the instances that wait for the lease. */
	private static final String RELEASE = """
			if ARGV[1] ~= '' then redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2]) end
			if redis.call('GETDEL', KEYS[2]) == 'awaited' then redis.call('PUBLISH', ARGV[3], ARGV[4]) end
			""";

	private static final byte[] NOTHING = {};

	private static final String RENEWED = "renewed ";

	private static final String RELEASED = "released ";

	private final String prefix;

	private final String channel;

	private final CacheSettings settings;

	private final RedisLink link;

	private final Cache<String, String> unpublished;

	private final Cache<String, String> recent;

	private final ConcurrentMap<String, CompletableFuture<Boolean>> waiting = new ConcurrentHashMap<>();

	private final List<Listener> listeners = new CopyOnWriteArrayList<>();

	RedisStore(LettuceConnectionDetails redis, String prefix, CacheSettings settings) {
		this.prefix = prefix;
		this.channel = prefix + "cache";
		this.settings = settings;
		this.unpublished = recordingCache(settings.lifetime().plusMinutes(1));
		this.recent = recordingCache(FAILOVER_WINDOW);
		this.link = new RedisLink(redis, this.channel, settings, new LinkListener());
	}

	private static Cache<String, String> recordingCache(Duration lifetime) {
		return Caffeine.newBuilder().maximumSize(MAX_UNPUBLISHED).expireAfterWrite(lifetime).build();
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
	public void addListener(Listener listener) {
		this.listeners.add(listener);
	}

	@Override
	public Optional<String> getOrCreateGeneration(String group) {
		var fresh = bytes(Ids.next());
		var unlessKnown = SetArgs.Builder.nx().ex(this.settings.lifetime().multipliedBy(2));
		return this.link
			.execute((redis) -> Objects
				.requireNonNullElse(redis.sync().setGet(generationKey(group), fresh, unlessKnown), fresh))
			.map((value) -> new String(value, StandardCharsets.UTF_8));
	}

	@Override
	public void renew(Collection<String> groups) {
		var token = Ids.next();
		groups.forEach((group) -> {
			this.unpublished.put(group, token);
			this.recent.put(group, group);
		});
		this.link.execute((redis) -> publish(redis, groups))
			.ifPresent((_) -> groups.forEach((group) -> markPublished(group, token)));
	}

	@Override
	public Claim claim(String key) {
		var keys = new String[] { this.prefix + key, leaseKey(key) };
		var duration = bytes(String.valueOf(LEASE_DURATION.toMillis()));
		return this.link.<byte[]>execute((redis) -> redis.sync().eval(CLAIM, ScriptOutputType.VALUE, keys, duration))
			.map((stored) -> (stored.length > 0) ? new Claim(Optional.of(stored), false) : Claim.LEASED)
			.orElseGet(() -> isLive() ? Claim.HELD : Claim.LEASED);
	}

	private Optional<byte[]> get(String key) {
		return this.link.execute((redis) -> redis.sync().get(this.prefix + key));
	}

	@Override
	public void release(String key, byte @Nullable [] computed) {
		var keys = new String[] { this.prefix + key, leaseKey(key) };
		var seconds = bytes(String.valueOf(this.settings.lifetime().toSeconds()));
		this.link.execute((redis) -> redis.async()
			.eval(RELEASE, ScriptOutputType.STATUS, keys, Objects.requireNonNullElse(computed, NOTHING), seconds,
					bytes(this.channel), bytes(RELEASED + key)));
	}

	@Override
	public Optional<byte[]> await(String key) {
		var released = this.waiting.computeIfAbsent(key, (_) -> new CompletableFuture<>());
		try {
			return get(key).or(() -> awaitRelease(released) ? get(key) : Optional.empty());
		}
		finally {
			this.waiting.remove(key, released);
		}
	}

	private boolean awaitRelease(CompletableFuture<Boolean> released) {
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

	/** Stores each generation before its message, so that a receiver finds it. */
	private Boolean publish(StatefulRedisConnection<String, byte[]> redis, Collection<String> groups) {
		var commands = redis.async();
		var lifetime = SetArgs.Builder.ex(this.settings.lifetime().multipliedBy(2));
		var sent = groups.stream()
			.flatMap((group) -> Stream.of(commands.set(generationKey(group), bytes(Ids.next()), lifetime),
					commands.publish(this.channel, bytes(RENEWED + group))))
			.toArray(RedisFuture[]::new);
		if (!LettuceFutures.awaitAll(this.settings.timeout(), sent)) {
			throw new RedisException("Redis did not answer in time");
		}
		return true;
	}

	private void markPublished(String group, String token) {
		this.unpublished.asMap().remove(group, token);
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

	private final class LinkListener implements RedisLink.Listener {

		@Override
		public void received(String message) {
			if (message.startsWith(RENEWED)) {
				var group = message.substring(RENEWED.length());
				RedisStore.this.listeners.forEach((listener) -> listener.renewed(group));
			}
			else if (message.startsWith(RELEASED)) {
				var future = RedisStore.this.waiting.get(message.substring(RELEASED.length()));
				if (future != null) {
					future.complete(true);
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
			groups.addAll(RedisStore.this.unpublished.asMap().keySet());
			publish(connection, groups);
			interrupted();
		}

		@Override
		public void heartbeat(StatefulRedisConnection<String, byte[]> connection) {
			RedisStore.this.unpublished.asMap().forEach((group, token) -> {
				publish(connection, List.of(group));
				markPublished(group, token);
			});
		}

	}

}
