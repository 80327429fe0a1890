package org.parley.platform.events.queue;

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
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.support.DefaultMessagePropertiesConverter;

/**
 * Sends messages to where they must arrive, and knows whether they did: the broker has
 * confirmed each, and none had nowhere to go.
 *
 * @see <a href="https://www.rabbitmq.com/docs/publishers#data-safety">RabbitMQ: Publisher
 * Confirms</a>
 */
public final class ConfirmedSender {

	private static final Logger log = LoggerFactory.getLogger(ConfirmedSender.class);

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final DefaultMessagePropertiesConverter PROPERTIES = new DefaultMessagePropertiesConverter();

	private final ConnectionFactory connections;

	/** A sender on connections for publishers, where there are such. */
	public ConfirmedSender(ConnectionFactory connections) {
		this.connections = Objects.requireNonNullElse(connections.getPublisherConnectionFactory(), connections);
	}

	/** Sends one; false when it is not certain that it arrived. */
	public boolean send(String exchange, String key, Message message) {
		return send(exchange, key, List.of(message));
	}

	/** Sends in the given order; false when it is not certain that all arrived. */
	public boolean send(String exchange, String key, Collection<Message> messages) {
		try (var channel = open()) {
			var returned = new AtomicInteger();
			channel.addReturnListener((_) -> returned.incrementAndGet());
			channel.confirmSelect();
			for (var message : messages) {
				publish(channel, exchange, key, message);
			}
			return channel.waitForConfirms(PATIENCE.toMillis()) && returned.get() == 0;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
		catch (IOException | TimeoutException | AmqpException | ShutdownSignalException ex) {
			log.atDebug().setCause(ex).addKeyValue("exchange", exchange).log("The broker does not take it now");
			return false;
		}
	}

	private Channel open() throws IOException {
		var connection = Objects.requireNonNull(this.connections.createConnection().getDelegate());
		return connection.openChannel().orElseThrow(() -> new AmqpException("The broker has no channel left"));
	}

	private static void publish(Channel channel, String exchange, String key, Message message) throws IOException {
		channel.basicPublish(exchange, key, true,
				PROPERTIES.fromMessageProperties(message.getMessageProperties(), "UTF-8"), message.getBody());
	}

}
