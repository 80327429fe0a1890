package org.parley.platform.events.deadletter;

import org.parley.platform.events.catalogue.CatalogueAutoConfiguration;
import org.parley.platform.events.queue.ConfirmedSender;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Dead letters of the queues that this service listens to. */
@AutoConfiguration(after = CatalogueAutoConfiguration.class)
public class DeadLetterAutoConfiguration {

	@Bean
	ConfirmedSender confirmedSender(ConnectionFactory connections) {
		return new ConfirmedSender(connections);
	}

	@Bean
	DeadLetterSender deadLetterSender(ConfirmedSender sender, AmqpAdmin broker) {
		return new DeadLetterSender(sender, broker);
	}

}
