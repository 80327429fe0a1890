package org.parley.platform.events.catalogue;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionListener;

/**
 * Binds this service's queues to the exchanges of others, with every connection. An
 * exchange that is not there yet brings its bindings itself when its publisher starts.
 */
class ForeignBindings implements ConnectionListener {

	private static final Logger log = LoggerFactory.getLogger(ForeignBindings.class);

	private final AmqpAdmin broker;

	private final List<Binding> bindings;

	ForeignBindings(AmqpAdmin broker, List<Binding> bindings) {
		this.broker = broker;
		this.bindings = bindings;
	}

	@Override
	public void onCreate(@Nullable Connection connection) {
		this.bindings.forEach(this::declare);
	}

	private void declare(Binding binding) {
		try {
			this.broker.declareBinding(binding);
		}
		catch (AmqpException ex) {
			log.atDebug()
				.setCause(ex)
				.addKeyValue("exchange", binding.getExchange())
				.log("The publisher will bind this queue");
		}
	}

}
