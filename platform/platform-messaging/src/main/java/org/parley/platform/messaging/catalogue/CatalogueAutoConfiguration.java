package org.parley.platform.messaging.catalogue;

import java.time.Duration;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
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
	ConnectionFactoryCustomizer answersWithinTheConnectionTimeout() {
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

}
