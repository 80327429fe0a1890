package org.parley.gateway.revocation;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.github.f4b6a3.ulid.Ulid;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Delivery;
import org.parley.platform.security.revocation.Revocation;
import org.parley.platform.security.revocation.RevocationSource;
import org.parley.platform.security.revocation.Revocations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.stereotype.Component;

/**
 * Consumes revoking events of auth-service from a queue of this instance, which is
 * deleted with the connection. Until auth-service has declared its exchange, the binding
 * is retried.
 */
@Component
class BrokerRevocationSource implements RevocationSource {

	private static final Logger log = LoggerFactory.getLogger(BrokerRevocationSource.class);

	private static final String EXCHANGE = "auth.events";

	private static final List<String> TYPES = List.of("session.revoked", "user.banned", "user.role-changed",
			"user.groups-changed");

	private static final long UNBOUND_MILLIS = 500;

	private final ConnectionFactory connections;

	private final Revocations revocations;

	BrokerRevocationSource(ConnectionFactory connections, Revocations revocations) {
		this.connections = connections;
		this.revocations = revocations;
	}

	@Override
	public String name() {
		return "broker";
	}

	@Override
	public void listen(Runnable open) throws IOException, TimeoutException, InterruptedException {
		var connection = Objects.requireNonNull(this.connections.createConnection().getDelegate());
		var broken = new CountDownLatch(1);
		try (var channel = connection.createChannel()) {
			var queue = "gateway." + Ulid.fast();
			channel.queueDeclare(queue, false, true, true, Map.of());
			consume(channel, queue, broken);
			if (bindAll(connection, queue, broken)) {
				open.run();
				broken.await();
			}
		}
		throw new IOException("The connection to the broker was lost");
	}

	private void consume(Channel channel, String queue, CountDownLatch broken) throws IOException {
		channel.basicConsume(queue, true, (_, delivery) -> take(delivery), (_) -> broken.countDown(),
				(_, _) -> broken.countDown());
	}

	private static boolean bindAll(Connection connection, String queue, CountDownLatch broken)
			throws InterruptedException {
		var missing = new HashSet<>(TYPES);
		bind(connection, queue, missing);
		while (!missing.isEmpty()) {
			if (broken.await(UNBOUND_MILLIS, TimeUnit.MILLISECONDS)) {
				return false;
			}
			bind(connection, queue, missing);
		}
		return true;
	}

	/** Uses a channel for each binding, since the broker closes it after a failure. */
	private static void bind(Connection connection, String queue, Set<String> missing) {
		missing.removeIf((type) -> {
			try (var channel = connection.createChannel()) {
				channel.queueBind(queue, EXCHANGE, type);
				return true;
			}
			catch (IOException | TimeoutException | RuntimeException ex) {
				log.debug("The queue is bound later: auth-service has not started yet", ex);
				return false;
			}
		});
	}

	private void take(Delivery delivery) {
		try {
			this.revocations.add(Revocation.of(JsonMapper.shared().readTree(delivery.getBody()).path("data")));
		}
		catch (JacksonException ex) {
			log.warn("A message of the queue is not an event");
		}
	}

}
