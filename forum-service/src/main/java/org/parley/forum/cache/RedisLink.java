package org.parley.forum.cache;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
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
import org.parley.platform.web.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to Redis and back: one connection for commands, one for pushes. A beat goes out
 * over the first and must come in over the second; while it does, the link is live. A
 * link that is not takes no command, so that no request waits for a dead server.
 */
final class RedisLink implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(RedisLink.class);

	private static final Duration CONNECT = Duration.ofSeconds(1);

	private final String beat = "beat " + Ids.next();

	private final RedisClient client;

	private final ClientResources resources;

	private final CacheSettings settings;

	private final String channel;

	private final Ends ends;

	private final ScheduledExecutorService beats = Executors
		.newSingleThreadScheduledExecutor((work) -> Thread.ofPlatform().daemon().name("cache-beat").unstarted(work));

	private @Nullable StatefulRedisPubSubConnection<String, String> pushes;

	private volatile @Nullable StatefulRedisConnection<String, byte[]> commands;

	private volatile long heard;

	private volatile long failed = System.nanoTime();

	private volatile boolean live;

	RedisLink(RedisURI uri, String channel, CacheSettings settings, Ends ends) {
		uri.setTimeout(settings.timeout());
		this.resources = ClientResources.builder().reconnectDelay(Delay.constant(settings.beat())).build();
		this.client = RedisClient.create(this.resources, uri);
		this.client.setOptions(ClientOptions.builder()
			.disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
			.socketOptions(SocketOptions.builder().connectTimeout(CONNECT).build())
			.protocolVersion(ProtocolVersion.RESP3)
			.build());
		this.client.addListener(new Breaks());
		this.settings = settings;
		this.channel = channel;
		this.ends = ends;
	}

	void start() {
		var _ = this.beats.scheduleWithFixedDelay(this::tick, 0, this.settings.beat().toMillis(),
				TimeUnit.MILLISECONDS);
	}

	boolean isLive() {
		return this.live && System.nanoTime() - this.heard < this.settings.silence().toNanos();
	}

	/**
	 * What a command answers; empty when it cannot be sent, fails, or answers nothing.
	 */
	<T> Optional<T> ask(Function<StatefulRedisConnection<String, byte[]>, @Nullable T> command) {
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
		this.beats.shutdownNow();
		this.live = false;
		this.client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
		this.resources.shutdown().awaitUninterruptibly(1000);
	}

	private void tick() {
		try {
			var connection = connected();
			connection.sync().publish(this.channel, this.beat.getBytes(StandardCharsets.UTF_8));
			keepUp(connection);
		}
		catch (RuntimeException ex) {
			interrupt(ex);
		}
	}

	private StatefulRedisConnection<String, byte[]> connected() {
		if (this.pushes == null) {
			var subscriber = this.client.connectPubSub(StringCodec.UTF8);
			subscriber.addListener(new Pushes());
			subscriber.sync().subscribe(this.channel);
			this.pushes = subscriber;
		}
		var connection = this.commands;
		if (connection == null) {
			connection = this.client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE));
			this.commands = connection;
		}
		return connection;
	}

	private void keepUp(StatefulRedisConnection<String, byte[]> connection) {
		if (this.live && !isLive()) {
			interrupt(new RedisException("No beat came back"));
		}
		if (this.live) {
			this.ends.beating(connection);
		}
		else if (this.heard - this.failed > 0) {
			resume(connection);
		}
	}

	private void resume(StatefulRedisConnection<String, byte[]> connection) {
		var before = this.failed;
		this.ends.resuming(connection);
		this.live = true;
		if (this.failed != before) {
			this.live = false;
			return;
		}
		log.info("Redis can be reached: answers are shared");
	}

	private void interrupt(RuntimeException cause) {
		this.failed = System.nanoTime();
		var was = this.live;
		this.live = false;
		this.ends.interrupted();
		if (was) {
			log.atWarn()
				.addKeyValue("cause", cause.toString())
				.log("Redis cannot be reached: answers are kept for a second, by each instance");
		}
	}

	/** Who uses the link. */
	interface Ends {

		/** A push, other than a beat. */
		void pushed(String message);

		/** The link broke, or may have. */
		void interrupted();

		/** The link works again; nobody uses it before this returns. */
		void resuming(StatefulRedisConnection<String, byte[]> connection);

		/** The link works. */
		void beating(StatefulRedisConnection<String, byte[]> connection);

	}

	private final class Pushes extends RedisPubSubAdapter<String, String> {

		@Override
		public void message(String from, String message) {
			if (message.equals(RedisLink.this.beat)) {
				RedisLink.this.heard = System.nanoTime();
			}
			else {
				RedisLink.this.ends.pushed(message);
			}
		}

	}

	private final class Breaks implements RedisConnectionStateListener {

		@Override
		public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
			interrupt(new RedisException("Disconnected"));
		}

	}

}
