package org.parley.platform.events.queue;

import java.io.IOException;
import java.util.concurrent.TimeoutException;

import com.rabbitmq.client.Connection;

import org.springframework.amqp.core.AmqpAdmin;

/**
 * A queue of the topology. It is declared with every connection; somebody who deletes it
 * meanwhile makes it be declared anew.
 *
 * @param name the queue's name
 * @param broker declares what the catalogue says
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
