package org.parley.platform.security.revocation;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Redis channel on which auth-service publishes revocations. Lost connections are not
 * restored automatically, since missed messages must be loaded; silent connections are
 * pinged.
 */
final class RedisRevocationSource implements RevocationSource {

	private static final Logger log = LoggerFactory.getLogger(RedisRevocationSource.class);

	private static final Duration SILENCE = Duration.ofSeconds(5);

	private final RedisClient client;

	private final String channel;

	private final Revocations revocations;

	RedisRevocationSource(RedisClient client, String channel, Revocations revocations) {
		this.client = client;
		this.channel = channel;
		this.revocations = revocations;
	}

	@Override
	public String name() {
		return "redis";
	}

	@Override
	public void listen(Runnable open) throws InterruptedException {
		var broken = new CountDownLatch(1);
		try (var connection = this.client.connectPubSub(StringCodec.UTF8)) {
			connection.addListener((RedisConnectionStateListener) new Break(broken));
			connection.addListener(new Messages());
			connection.sync().subscribe(this.channel);
			open.run();
			keep(connection, broken);
		}
	}

	private static void keep(StatefulRedisPubSubConnection<String, String> connection, CountDownLatch broken)
			throws InterruptedException {
		while (!broken.await(SILENCE.toMillis(), TimeUnit.MILLISECONDS)) {
			connection.sync().ping();
		}
	}

	private void take(String message) {
		try {
			this.revocations.add(JsonMapper.shared().readValue(message, Revocation.class));
		}
		catch (JacksonException ex) {
			log.warn("A message of the channel is not a revocation");
		}
	}

	private final class Messages extends RedisPubSubAdapter<String, String> {

		@Override
		public void message(String from, String message) {
			take(message);
		}

	}

	/**
	 * Detects the end of a connection.
	 *
	 * @param broken counted down at the end
	 */
	private record Break(CountDownLatch broken) implements RedisConnectionStateListener {

		@Override
		public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
			this.broken.countDown();
		}

	}

}
