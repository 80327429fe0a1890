package org.parley.bench.limit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeoutException;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.process.LauncherException;
import org.parley.system.BrokerManagementClient;

/** Publishes messages to a quorum queue of its own, and waits for each confirm. */
final class BareConfirms implements AutoCloseable {

	private static final String QUEUE = "bare_limits";

	private static final byte[] BODY = "x".repeat(1_500).getBytes(StandardCharsets.UTF_8);

	private static final long PATIENCE_MILLIS = 5_000;

	private final Connection connection;

	private final BlockingQueue<Channel> channels;

	/** Opens channels for as many concurrent publishers. */
	BareConfirms(Checkout checkout, int publishers) {
		this.channels = new ArrayBlockingQueue<>(publishers);
		try {
			var factory = new ConnectionFactory();
			factory.setUri(checkout.runningServers().amqpUri());
			factory.setVirtualHost(BrokerManagementClient.VIRTUAL_HOST);
			this.connection = factory.newConnection("limits");
			for (var publisher = 0; publisher < publishers; publisher++) {
				var channel = this.connection.createChannel();
				channel.confirmSelect();
				this.channels.add(channel);
			}
			declareQueue();
		}
		catch (URISyntaxException | GeneralSecurityException ex) {
			throw new IllegalArgumentException("RabbitMQ's address is not valid", ex);
		}
		catch (IOException | TimeoutException ex) {
			throw new LauncherException("RabbitMQ is unavailable: " + ex.getMessage());
		}
	}

	/** The broker discards the oldest message beyond a thousand. */
	private void declareQueue() throws IOException, TimeoutException {
		try (var channel = this.connection.createChannel()) {
			channel.queueDeclare(QUEUE, true, false, false, Map.of("x-queue-type", "quorum", "x-max-length", 1_000));
		}
	}

	/** Publishes one message and waits for its confirm. */
	void publish() {
		try {
			var channel = this.channels.take();
			try {
				channel.basicPublish("", QUEUE, MessageProperties.PERSISTENT_BASIC, BODY);
				channel.waitForConfirmsOrDie(PATIENCE_MILLIS);
			}
			finally {
				this.channels.add(channel);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (TimeoutException ex) {
			throw new LauncherException("RabbitMQ does not confirm.");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new LauncherException("interrupted");
		}
	}

	@Override
	public void close() {
		try (var channel = this.connection.createChannel()) {
			channel.queueDelete(QUEUE);
		}
		catch (IOException | TimeoutException ex) {
			throw new LauncherException("The queue of the measurement is left behind: " + ex.getMessage());
		}
		finally {
			this.connection.abort();
		}
	}

}
