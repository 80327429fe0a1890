package org.parley.realtime.redis;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.redis.connection.Message;
import org.springframework.data.redis.connection.MessageListener;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.SubscriptionListener;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;
import org.springframework.util.backoff.FixedBackOff;

/**
 * Subscribes to a Redis channel and reconnects when Redis is unavailable. Messages sent
 * meanwhile are lost.
 */
public final class RedisChannelSubscription implements SmartLifecycle {

	private static final Duration PAUSE = Duration.ofSeconds(2);

	private final RedisConnectionFactory redis;

	private final String channel;

	private final Consumer<String> messageHandler;

	private final Runnable onSubscribed;

	private final StartupRetry startupRetry;

	private final AtomicReference<Optional<RedisMessageListenerContainer>> container = new AtomicReference<>(
			Optional.empty());

	private volatile boolean running;

	/**
	 * Creates a subscription; {@link #start} opens it.
	 * @param onSubscribed called after each subscribe, because messages may have been
	 * lost
	 * @param failureMessage logged once when Redis is unavailable
	 */
	public RedisChannelSubscription(RedisConnectionFactory redis, String channel, Consumer<String> messageHandler,
			Runnable onSubscribed, String failureMessage) {
		this.redis = redis;
		this.channel = channel;
		this.messageHandler = messageHandler;
		this.onSubscribed = onSubscribed;
		this.startupRetry = new StartupRetry(failureMessage, PAUSE);
	}

	@Override
	public void start() {
		this.running = true;
		this.startupRetry.start(this::subscribe);
	}

	@Override
	public void stop() {
		this.running = false;
		this.startupRetry.stop();
		this.container.getAndSet(Optional.empty()).ifPresent(RedisChannelSubscription::close);
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/**
	 * A container that failed to start cannot be started again, so each attempt creates
	 * one.
	 */
	private void subscribe() {
		var fresh = container();
		try {
			fresh.start();
		}
		catch (RuntimeException ex) {
			close(fresh);
			throw ex;
		}
		this.container.set(Optional.of(fresh));
		if (!this.running) {
			stop();
		}
	}

	private RedisMessageListenerContainer container() {
		var fresh = new RedisMessageListenerContainer();
		fresh.setConnectionFactory(this.redis);
		fresh.setRecoveryBackoff(new FixedBackOff(500, FixedBackOff.UNLIMITED_ATTEMPTS));
		fresh.addMessageListener(new Listener(), ChannelTopic.of(this.channel));
		fresh.afterPropertiesSet();
		return fresh;
	}

	private static void close(RedisMessageListenerContainer container) {
		try {
			container.destroy();
		}
		catch (Exception ex) {
			throw new DataAccessResourceFailureException("The Redis subscription could not be closed", ex);
		}
	}

	private final class Listener implements MessageListener, SubscriptionListener {

		@Override
		public void onMessage(Message message, byte @Nullable [] pattern) {
			RedisChannelSubscription.this.messageHandler.accept(new String(message.getBody(), StandardCharsets.UTF_8));
		}

		@Override
		public void onChannelSubscribed(byte[] name, long count) {
			RedisChannelSubscription.this.onSubscribed.run();
		}

	}

	/** Repeats a startup task in the background until it succeeds. */
	public static final class StartupRetry {

		private static final Logger log = LoggerFactory.getLogger(StartupRetry.class);

		private final CountDownLatch stopped = new CountDownLatch(1);

		private final AtomicBoolean reported = new AtomicBoolean();

		private final String failureMessage;

		private final Duration pause;

		public StartupRetry(String failureMessage, Duration pause) {
			this.failureMessage = failureMessage;
			this.pause = pause;
		}

		public void start(Runnable task) {
			Thread.ofVirtual().name("startup-retry").start(() -> repeat(task));
		}

		public void stop() {
			this.stopped.countDown();
		}

		private void repeat(Runnable task) {
			while (!tryRun(task) && awaitRetry()) {
				log.trace("Retrying");
			}
		}

		private boolean tryRun(Runnable task) {
			try {
				task.run();
				return true;
			}
			catch (RuntimeException ex) {
				if (this.reported.compareAndSet(false, true)) {
					log.atWarn().addKeyValue("cause", ex.toString()).log(this.failureMessage);
				}
				return false;
			}
		}

		private boolean awaitRetry() {
			try {
				return !this.stopped.await(this.pause.toMillis(), TimeUnit.MILLISECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return false;
			}
		}

	}

}
