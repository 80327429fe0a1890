package org.parley.platform.messaging.queue;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ShutdownSignalException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.support.DefaultMessagePropertiesConverter;

/**
 * Publishes messages and reports whether they arrived: the broker confirmed each, and
 * routed each to a queue.
 *
 * @see <a href="https://www.rabbitmq.com/docs/publishers#data-safety">RabbitMQ: Publisher
 * Confirms</a>
 */
public final class ConfirmedSender {

	private static final Logger log = LoggerFactory.getLogger(ConfirmedSender.class);

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final DefaultMessagePropertiesConverter PROPERTIES = new DefaultMessagePropertiesConverter();

	private final ConnectionFactory connections;

	private final AmqpAdmin broker;

	private final Duration patience;

	/**
	 * Creates a sender on a publisher connection, if there is one.
	 * @param broker declares the queues again when a message does not arrive
	 */
	public ConfirmedSender(ConnectionFactory connections, AmqpAdmin broker) {
		this(connections, broker, PATIENCE);
	}

	/**
	 * Creates a sender whose callers cannot wait long.
	 * @param patience how long the broker has for its confirm
	 */
	public ConfirmedSender(ConnectionFactory connections, AmqpAdmin broker, Duration patience) {
		this.connections = Objects.requireNonNullElse(connections.getPublisherConnectionFactory(), connections);
		this.broker = broker;
		this.patience = patience;
	}

	/** Sends a message; false when its arrival is uncertain. */
	public boolean send(String exchange, String key, Message message) {
		return send(exchange, key, List.of(message));
	}

	/** Sends messages in order; false when the arrival of any is uncertain. */
	public boolean send(String exchange, String key, Collection<Message> messages) {
		var arrived = messages.isEmpty() || publishAndAwaitConfirms(exchange, key, messages);
		if (!arrived) {
			declareQuietly();
		}
		return arrived;
	}

	private boolean publishAndAwaitConfirms(String exchange, String key, Collection<Message> messages) {
		try (var channel = open()) {
			var returned = new AtomicInteger();
			channel.addReturnListener((_) -> returned.incrementAndGet());
			channel.confirmSelect();
			for (var message : messages) {
				publish(channel, exchange, key, message);
			}
			return channel.waitForConfirms(this.patience.toMillis()) && returned.get() == 0;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
		catch (IOException | TimeoutException | AmqpException | ShutdownSignalException ex) {
			log.atDebug().setCause(ex).addKeyValue("exchange", exchange).log("The broker did not accept the messages");
			return false;
		}
	}

	/** Declares the topology again, in case an operator deleted it. */
	private void declareQuietly() {
		try {
			this.broker.initialize();
		}
		catch (AmqpException ex) {
			log.debug("The topology could not be declared", ex);
		}
	}

	private Channel open() throws IOException {
		var connection = Objects.requireNonNull(this.connections.createConnection().getDelegate());
		return connection.openChannel().orElseThrow(() -> new AmqpException("The broker has no free channel"));
	}

	private static void publish(Channel channel, String exchange, String key, Message message) throws IOException {
		channel.basicPublish(exchange, key, true,
				PROPERTIES.fromMessageProperties(message.getMessageProperties(), "UTF-8"), message.getBody());
	}

}
