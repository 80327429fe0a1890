package org.parley.chat.recent;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.StringCodec;
import org.jspecify.annotations.Nullable;
import org.parley.chat.outage.DatabaseWatch;
import org.parley.platform.domain.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.stereotype.Component;

/**
 * The connection to Redis. Entries are valid for one epoch. A process that could not tell
 * Redis about a change, or that meets another server than before, begins a new epoch
 * before it uses Redis again, so nobody is shown what was changed meanwhile.
 */
@Component
class RecentLink implements RedisConnectionStateListener, InitializingBean, DisposableBean {

	private static final Logger log = LoggerFactory.getLogger(RecentLink.class);

	private static final Duration RESUME_TIMEOUT = Duration.ofSeconds(1);

	/** Between two attempts to use Redis again. */
	private static final Duration PAUSE = Duration.ofMillis(250);

	private static final String RUN = "run_id:";

	private final LettuceConnectionFactory factory;

	private final DatabaseWatch watch;

	private final RecentSettings settings;

	private final String epoch;

	private final AtomicBoolean isResuming = new AtomicBoolean();

	private volatile @Nullable StatefulRedisConnection<String, String> connection;

	private volatile @Nullable RedisClient client;

	private volatile @Nullable String run;

	private volatile boolean isLive;

	/** Whether Redis misses a change. */
	private volatile boolean isOwing;

	private volatile long triedAt = System.nanoTime() - PAUSE.toNanos();

	RecentLink(LettuceConnectionFactory factory, DatabaseWatch watch, RecentSettings settings,
			@Value("${parley.redis.prefix}") String prefix) {
		this.factory = factory;
		this.watch = watch;
		this.settings = settings;
		this.epoch = prefix + "recent-epoch";
	}

	@Override
	public void afterPropertiesSet() {
		resumeInBackground();
	}

	@Override
	public void destroy() {
		this.isLive = false;
		var open = this.connection;
		if (open != null) {
			open.close();
		}
	}

	/** The key of the present epoch. */
	String epochKey() {
		return this.epoch;
	}

	boolean isUsable() {
		if (this.isLive && !this.isOwing) {
			return true;
		}
		resumeInBackground();
		return false;
	}

	/** Sends a command without waiting; empty while Redis is away. */
	<T> Optional<RedisFuture<T>> send(Function<RedisAsyncCommands<String, String>, RedisFuture<T>> command) {
		var open = this.connection;
		if (!isUsable() || open == null) {
			return Optional.empty();
		}
		try {
			return Optional.of(command.apply(open.async()));
		}
		catch (RedisException ex) {
			interrupt(ex);
			return Optional.empty();
		}
	}

	/** Waits for the result of a command; empty if there is none in time. */
	<T> Optional<T> await(RedisFuture<T> future) {
		try {
			return Optional.ofNullable(future.get(this.settings.patience().toMillis(), TimeUnit.MILLISECONDS));
		}
		catch (TimeoutException | ExecutionException ex) {
			interrupt(ex);
			return Optional.empty();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Optional.empty();
		}
	}

	/** Remembers that Redis misses a change. */
	void owe() {
		this.isOwing = true;
	}

	@Override
	public void onRedisDisconnected(RedisChannelHandler<?, ?> closed) {
		interrupt(new RedisException("Disconnected"));
	}

	private void interrupt(Exception cause) {
		if (this.isLive) {
			this.isLive = false;
			log.atWarn()
				.addKeyValue("cause", cause.toString())
				.log("Redis is unavailable; recent messages come from the database");
		}
	}

	private void resumeInBackground() {
		if (System.nanoTime() - this.triedAt < PAUSE.toNanos() || !this.isResuming.compareAndSet(false, true)) {
			return;
		}
		this.triedAt = System.nanoTime();
		Thread.ofVirtual().name("recent-resume").start(() -> {
			try {
				resume();
			}
			catch (RuntimeException ex) {
				log.debug("Redis does not answer", ex);
			}
			finally {
				this.isResuming.set(false);
			}
		});
	}

	/**
	 * A first connection begins an epoch as well, because the process may have ended with
	 * a debt; without the database nothing could be read again.
	 */
	private void resume() {
		var commands = connect().sync();
		RecentScript.all().forEach((script) -> commands.scriptLoad(script.text()));
		var now = run(commands.info("server"));
		var isKnown = now.equals(this.run) || (this.run == null && !this.watch.isUsable());
		if (this.isOwing || !isKnown) {
			this.isOwing = false;
			try {
				commands.set(this.epoch, Ids.next());
			}
			catch (RuntimeException ex) {
				this.isOwing = true;
				throw ex;
			}
		}
		this.run = now;
		this.isLive = true;
	}

	/** A factory that was stopped and started has another client. */
	private StatefulRedisConnection<String, String> connect() {
		var open = this.connection;
		var client = (RedisClient) this.factory.getRequiredNativeClient();
		if (open == null || !client.equals(this.client)) {
			open = client.connect(StringCodec.UTF8);
			open.setTimeout(RESUME_TIMEOUT);
			open.addListener(this);
			this.client = client;
			this.connection = open;
		}
		return open;
	}

	private static String run(String info) {
		return info.lines()
			.filter((line) -> line.startsWith(RUN))
			.findFirst()
			.map((line) -> Objects.requireNonNull(line).substring(RUN.length()).strip())
			.orElse("");
	}

}
