package org.parley.bench.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

import com.mongodb.client.model.Filters;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.client.Await;
import org.parley.launcher.process.LauncherException;
import org.parley.system.BrokerManagementClient;
import org.parley.system.ServiceDatabase;

/**
 * Waits until nothing that follows from writes is pending: no event in an outbox or a
 * queue, no counter to add up, no feed to write, no post to check. Queues are asked by
 * AMQP, because the statistics of the management API are seconds old.
 */
final class DrainWatch implements AutoCloseable {

	private static final List<String> SERVICES = List.of("auth-service", "forum-service", "moderation-service",
			"summary-service", "notification-service", "webhook-service", "chat-service", "social-service",
			"media-service");

	private static final Duration POLL_INTERVAL = Duration.ofMillis(200);

	/** Consumers hold messages that they have not acknowledged for less than this. */
	private static final int QUIET_POLLS = 5;

	private static final Duration TIMEOUT = Duration.ofMinutes(10);

	private final List<ServiceDatabase> databases;

	private final BrokerManagementClient console;

	private final Connection broker;

	DrainWatch(Checkout checkout) {
		var servers = checkout.runningServers();
		this.console = new BrokerManagementClient(servers.rabbitManagement());
		this.broker = connect(servers.amqpUri());
		this.databases = SERVICES.stream()
			.map((service) -> new ServiceDatabase(service, checkout.serversOf(service)))
			.toList();
	}

	static Connection connect(String address) {
		try {
			var factory = new ConnectionFactory();
			factory.setUri(address);
			factory.setVirtualHost(BrokerManagementClient.VIRTUAL_HOST);
			return factory.newConnection("benchmark");
		}
		catch (URISyntaxException | GeneralSecurityException ex) {
			throw new IllegalArgumentException("RabbitMQ's address is not valid", ex);
		}
		catch (IOException | TimeoutException ex) {
			throw new LauncherException("RabbitMQ is unavailable: " + ex.getMessage());
		}
	}

	/**
	 * Waits until nothing is pending.
	 * @return the time of the first observation of it, comparable to
	 * {@link System#nanoTime()}
	 */
	long await() {
		var end = System.nanoTime() + TIMEOUT.toNanos();
		var first = 0L;
		var quiet = 0;
		while (quiet < QUIET_POLLS) {
			var now = System.nanoTime();
			if (now > end) {
				throw new LauncherException("Events are still pending after %d min.".formatted(TIMEOUT.toMinutes()));
			}
			if (isDrained()) {
				first = (quiet++ == 0) ? now : first;
			}
			else {
				quiet = 0;
			}
			Await.sleep(POLL_INTERVAL);
		}
		if (!Await.until(TIMEOUT, POLL_INTERVAL, () -> this.console.countMessages() == 0)) {
			throw new LauncherException("Consumers hold messages that they do not acknowledge.");
		}
		return first;
	}

	private boolean isDrained() {
		return this.databases.stream().allMatch((database) -> database.isEmpty("outbox"))
				&& of("forum-service").isEmpty("counter_entries") && of("social-service").isEmpty("feed_rounds")
				&& of("moderation-service").isEmpty("checks", Filters.eq("stage", "FIRST")) && areQueuesEmpty();
	}

	private ServiceDatabase of(String service) {
		return this.databases.get(SERVICES.indexOf(service));
	}

	private boolean areQueuesEmpty() {
		try (var channel = this.broker.createChannel()) {
			for (var queue : this.console.queues()) {
				if (channel.queueDeclarePassive(queue).getMessageCount() > 0) {
					return false;
				}
			}
			return true;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (TimeoutException ex) {
			throw new LauncherException("RabbitMQ does not respond: " + ex.getMessage());
		}
	}

	@Override
	public void close() {
		this.databases.forEach(ServiceDatabase::close);
		this.broker.abort();
	}

}
