package org.parley.platform.messaging.catalogue;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.core.Binding;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionListener;

/**
 * Binds this service's queues to the exchanges of other services with every connection.
 * If an exchange does not exist yet, its publisher declares the bindings when it starts.
 * The broker closes a channel on a failed binding, so each binding uses its own.
 */
class ForeignBindings implements ConnectionListener {

	private static final Logger log = LoggerFactory.getLogger(ForeignBindings.class);

	private final List<Binding> bindings;

	ForeignBindings(List<Binding> bindings) {
		this.bindings = bindings;
	}

	@Override
	public void onCreate(@Nullable Connection connection) {
		var broker = Objects.requireNonNull(Objects.requireNonNull(connection).getDelegate());
		this.bindings.forEach((binding) -> declare(binding, broker));
	}

	private static void declare(Binding binding, com.rabbitmq.client.Connection broker) {
		try (var channel = broker.createChannel()) {
			channel.queueBind(binding.getDestination(), binding.getExchange(), binding.getRoutingKey());
		}
		catch (IOException | TimeoutException ex) {
			log.atDebug()
				.setCause(ex)
				.addKeyValue("exchange", binding.getExchange())
				.log("The publisher will declare this binding");
		}
	}

}
