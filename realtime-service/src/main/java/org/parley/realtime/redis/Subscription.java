package org.parley.realtime.redis;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;

import org.springframework.context.SmartLifecycle;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;
import org.springframework.util.backoff.FixedBackOff;

/**
 * Hears a channel. A Redis that is away, at the start or later, is waited for; what is
 * said meanwhile is missed.
 */
public final class Subscription implements SmartLifecycle {

	private static final Duration PAUSE = Duration.ofSeconds(2);

	private final RedisMessageListenerContainer container = new RedisMessageListenerContainer();

	private final Persistence persistence;

	private volatile boolean running;

	/**
	 * A subscription that is not started yet.
	 * @param complaint what to say, once, when it cannot be had
	 */
	public Subscription(RedisConnectionFactory redis, String channel, Consumer<String> hearing, String complaint) {
		this.persistence = new Persistence(complaint, PAUSE);
		this.container.setConnectionFactory(redis);
		this.container.setRecoveryBackoff(new FixedBackOff(500, FixedBackOff.UNLIMITED_ATTEMPTS));
		this.container.addMessageListener(
				(message, _) -> hearing.accept(new String(message.getBody(), StandardCharsets.UTF_8)),
				ChannelTopic.of(channel));
		this.container.afterPropertiesSet();
	}

	@Override
	public void start() {
		this.running = true;
		this.persistence.start(this.container::start);
	}

	@Override
	public void stop() {
		this.running = false;
		this.persistence.stop();
		this.container.stop();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
