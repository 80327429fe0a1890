package org.parley.platform.messaging.catalogue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.connection.ConnectionListener;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.amqp.autoconfigure.ConnectionFactoryCustomizer;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Provides the catalogue and declares the topology of this service. */
@AutoConfiguration(after = RabbitAutoConfiguration.class)
public class CatalogueAutoConfiguration {

	/** Less than those wait who ask for the health. */
	private static final Duration HEALTH_PATIENCE = Duration.ofSeconds(2);

	@Bean
	Catalogue catalogue() {
		return Catalogue.read(new PathMatchingResourcePatternResolver());
	}

	/**
	 * A connection is open when the broker has answered, not when its system has accepted
	 * it.
	 */
	@Bean
	ConnectionFactoryCustomizer connectionTimeoutCustomizer() {
		return (connections) -> connections.setHandshakeTimeout(connections.getConnectionTimeout());
	}

	@Bean
	Topology topology(Catalogue catalogue, @Value("${spring.application.name}") String service) {
		return new Topology(catalogue, service);
	}

	@Bean
	@ConditionalOnBean(AmqpAdmin.class)
	HealthIndicator queueConsumersHealthIndicator(AmqpAdmin broker, Topology topology) {
		return new WorkersHealthIndicator(broker, topology.consumedQueues(), HEALTH_PATIENCE);
	}

	@Bean
	Declarables declaredTopology(Topology topology) {
		return new Declarables(topology.declarables().toList());
	}

	/**
	 * Runs after the declaration of the queues, since connection listeners are called in
	 * order.
	 */
	@Bean
	@DependsOn("amqpAdmin")
	ForeignBindings foreignBindings(ConnectionFactory connections, Topology topology) {
		var bindings = new ForeignBindings(topology.bindingsToOthers().toList());
		connections.addConnectionListener(bindings);
		return bindings;
	}

	/**
	 * Binds this service's queues to the exchanges of other services with every
	 * connection. If an exchange does not exist yet, its publisher declares the bindings
	 * when it starts. The broker closes a channel on a failed binding, so each binding
	 * uses its own.
	 */
	static class ForeignBindings implements ConnectionListener {

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

}
