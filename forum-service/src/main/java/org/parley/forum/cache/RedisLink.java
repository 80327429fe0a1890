package org.parley.forum.cache;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisException;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.protocol.ProtocolVersion;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Ids;
import org.parley.platform.runtime.redis.LettuceConnectionDetails;
import org.parley.platform.runtime.redis.RestingTimer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The link to Redis: one connection for commands and one for messages. Each heartbeat is
 * published over the first and received over the second; the link is live while they
 * arrive. A link that is not live sends no command, so no request waits for a dead
 * server.
 * <p>
 * A link that nobody uses rests: it hardly sends heartbeats. Its next use waits for one,
 * since messages may be lost since the last.
 */
final class RedisLink implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(RedisLink.class);

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);

	private final String heartbeat = "beat " + Ids.next();

	private final RedisClient client;

	private final RestingTimer timer = new RestingTimer();

	private final ClientResources resources;

	private final CacheSettings settings;

	private final String channel;

	private final Listener listener;

	private final ExecutorService heartbeats = Executors
		.newSingleThreadExecutor((task) -> Thread.ofPlatform().daemon().name("cache-beat").unstarted(task));

	private final CountDownLatch closed = new CountDownLatch(1);

	private @Nullable StatefulRedisPubSubConnection<String, String> messages;

	private volatile @Nullable StatefulRedisConnection<String, byte[]> commands;

	private volatile long lastHeartbeat;

	private volatile long lastFailure = System.nanoTime();

	private volatile boolean live;

	private volatile long lastUse = System.nanoTime();

	private volatile @Nullable Rest rest;

	RedisLink(LettuceConnectionDetails redis, String channel, CacheSettings settings, Listener listener) {
		redis.uri().setTimeout(settings.timeout());
		this.resources = ClientResources.builder()
			.timer(this.timer)
			.reconnectDelay(Delay.constant(settings.beat()))
			.build();
		this.client = RedisClient.create(this.resources, redis.uri());
		this.client.setOptions(ClientOptions.builder()
			.disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
			.socketOptions(SocketOptions.builder().connectTimeout(CONNECT_TIMEOUT).build())
			.protocolVersion(ProtocolVersion.RESP3)
			.sslOptions(redis.sslOptions())
			.build());
		this.client.addListener(new ConnectionListener());
		this.settings = settings;
		this.channel = channel;
		this.listener = listener;
	}

	void start() {
		this.heartbeats.execute(this::run);
	}

	/** Whether commands can be sent; this is a use of the link. */
	boolean isLive() {
		this.lastUse = System.nanoTime();
		var current = this.rest;
		if (current != null) {
			current.end(this.settings.timeout());
		}
		return isBeating();
	}

	private boolean isBeating() {
		return this.live && isYounger(this.lastHeartbeat, this.settings.heartbeatTimeout());
	}

	private static boolean isYounger(long nanoTime, Duration age) {
		return System.nanoTime() - nanoTime < age.toNanos();
	}

	/** Returns the result of a command; empty if it has none, fails or cannot be sent. */
	<T> Optional<T> execute(Function<StatefulRedisConnection<String, byte[]>, @Nullable T> command) {
		var connection = this.commands;
		if (!isLive() || connection == null) {
			return Optional.empty();
		}
		try {
			return Optional.ofNullable(command.apply(connection));
		}
		catch (RedisException ex) {
			interrupt(ex);
			return Optional.empty();
		}
	}

	@Override
	public void close() {
		this.closed.countDown();
		this.heartbeats.shutdownNow();
		this.live = false;
		this.client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
		this.resources.shutdown().awaitUninterruptibly(1000);
		this.timer.stop();
	}

	private void run() {
		try {
			while (this.closed.getCount() > 0) {
				sendHeartbeat();
				pause();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Only a link that is live may rest: one that is not looks for Redis. */
	private void pause() throws InterruptedException {
		if (!this.live || isYounger(this.lastUse, this.settings.rest())) {
			var _ = this.closed.await(this.settings.beat().toNanos(), TimeUnit.NANOSECONDS);
			return;
		}
		var next = new Rest();
		this.rest = next;
		next.await(this.settings.rest());
	}

	private void sendHeartbeat() throws InterruptedException {
		try {
			var connection = connected();
			var current = this.rest;
			if (current != null) {
				current.heartbeatSent = true;
			}
			connection.sync().publish(this.channel, this.heartbeat.getBytes(StandardCharsets.UTF_8));
			if (current != null) {
				current.awaitHeartbeat(this.settings.timeout());
			}
			checkLink(connection);
		}
		catch (RuntimeException ex) {
			interrupt(ex);
		}
	}

	private StatefulRedisConnection<String, byte[]> connected() {
		if (this.messages == null) {
			var subscriber = this.client.connectPubSub(StringCodec.UTF8);
			subscriber.addListener(new MessageListener());
			subscriber.sync().subscribe(this.channel);
			this.messages = subscriber;
		}
		var connection = this.commands;
		if (connection == null) {
			connection = this.client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE));
			this.commands = connection;
		}
		return connection;
	}

	private void checkLink(StatefulRedisConnection<String, byte[]> connection) {
		if (this.live && !isBeating()) {
			interrupt(new RedisException("The heartbeat did not return"));
		}
		if (this.live) {
			this.listener.heartbeat(connection);
		}
		else if (this.lastHeartbeat - this.lastFailure > 0) {
			resume(connection);
		}
	}

	private void resume(StatefulRedisConnection<String, byte[]> connection) {
		var before = this.lastFailure;
		this.listener.resuming(connection);
		this.live = true;
		if (this.lastFailure != before) {
			this.live = false;
			return;
		}
		log.info("Redis is available; responses are shared");
	}

	private void interrupt(RuntimeException cause) {
		this.lastFailure = System.nanoTime();
		var wasLive = this.live;
		this.live = false;
		endRest();
		this.listener.interrupted();
		if (wasLive) {
			log.atWarn()
				.addKeyValue("cause", cause.toString())
				.log("Redis is unavailable; each instance caches responses for one second");
		}
	}

	private void endRest() {
		var current = this.rest;
		this.rest = null;
		if (current != null) {
			current.over.countDown();
		}
	}

	/** The time between two heartbeats of a link that nobody uses. */
	private static final class Rest {

		private final CountDownLatch used = new CountDownLatch(1);

		/** Open after the next heartbeat, or after a failure. */
		private final CountDownLatch over = new CountDownLatch(1);

		/** A heartbeat that returns earlier was sent before the rest. */
		private volatile boolean heartbeatSent;

		/** Causes a heartbeat and waits for it. */
		private void end(Duration patience) {
			this.used.countDown();
			try {
				awaitHeartbeat(patience);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

		private void awaitHeartbeat(Duration patience) throws InterruptedException {
			var _ = this.over.await(patience.toNanos(), TimeUnit.NANOSECONDS);
		}

		/** Waits for the end of the rest. */
		private void await(Duration longest) throws InterruptedException {
			var _ = this.used.await(longest.toNanos(), TimeUnit.NANOSECONDS);
		}

	}

	/** Receives the events of the link. */
	interface Listener {

		/** A message other than a heartbeat arrived. */
		void received(String message);

		/** The link may be broken. */
		void interrupted();

		/** The link works again. It is not used before this method returns. */
		void resuming(StatefulRedisConnection<String, byte[]> connection);

		/** The link works. */
		void heartbeat(StatefulRedisConnection<String, byte[]> connection);

	}

	private final class MessageListener extends RedisPubSubAdapter<String, String> {

		@Override
		public void message(String from, String message) {
			if (message.equals(RedisLink.this.heartbeat)) {
				RedisLink.this.lastHeartbeat = System.nanoTime();
				var current = RedisLink.this.rest;
				if (current != null && current.heartbeatSent) {
					endRest();
				}
			}
			else {
				RedisLink.this.listener.received(message);
			}
		}

	}

	private final class ConnectionListener implements RedisConnectionStateListener {

		@Override
		public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
			interrupt(new RedisException("Disconnected"));
		}

	}

}
