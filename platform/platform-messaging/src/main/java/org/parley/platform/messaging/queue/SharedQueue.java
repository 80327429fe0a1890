package org.parley.platform.messaging.queue;

import java.io.IOException;
import java.util.concurrent.TimeoutException;

import com.rabbitmq.client.Connection;

import org.springframework.amqp.core.AmqpAdmin;

/**
 * A shared queue of the topology, which is declared again if an operator deleted it.
 *
 * @param broker declares the topology
 */
public record SharedQueue(String name, AmqpAdmin broker) implements QueueSource {

	@Override
	public void prepare(Connection connection) {
		if (!isThere(connection)) {
			this.broker.initialize();
		}
	}

	private boolean isThere(Connection connection) {
		try (var channel = connection.createChannel()) {
			channel.queueDeclarePassive(this.name);
			return true;
		}
		catch (IOException | TimeoutException ex) {
			return false;
		}
	}

}
