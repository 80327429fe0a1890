package org.parley.platform.messaging.catalogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;

import org.junit.jupiter.api.Test;
import org.parley.platform.messaging.catalogue.CatalogueAutoConfiguration.ForeignBindings;
import org.parley.platform.test.LocalStackTest;

import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Binding.DestinationType;
import org.springframework.amqp.core.Declarable;
import org.springframework.amqp.core.Exchange;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A publisher and a consumer that declare at one broker in either order. */
@SpringBootTest(properties = "spring.application.name=library-service")
@LocalStackTest
class TopologyIT {

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private RabbitAdmin broker;

	@Autowired
	private Catalogue catalogue;

	@Test
	void eventWaitsForConsumerThatNeverStarted() {
		send("library.events", "book.lent", "lent");
		assertThat(receive("readers")).isEqualTo("lent");
	}

	@Test
	void publisherReachesSingleQueue() {
		send("library.events", Topology.onlyTo("readers"), "snapshot");
		assertThat(receive("readers")).isEqualTo("snapshot");
	}

	@Test
	void brokerCountsReturnsWithoutDeliveryLimit() throws IOException {
		send("library.events", "book.lent", "heavy");
		var counts = new LinkedBlockingQueue<Long>();
		var channel = connection().createChannel(false);
		var consumer = channel.basicConsume("readers", false, (_, delivery) -> {
			var headers = Objects.requireNonNullElse(delivery.getProperties().getHeaders(), Map.<String, Object>of());
			var count = (Long) headers.getOrDefault("x-delivery-count", 0L);
			counts.add(count);
			channel.basicReject(delivery.getEnvelope().getDeliveryTag(), count < 30);
		}, (_) -> {
		});
		await().untilAsserted(() -> assertThat(counts).endsWith(28L, 29L, 30L));
		channel.basicCancel(consumer);
	}

	@Test
	void closedAndInstanceQueuesAreNotDeclared() {
		assertThat(this.broker.getQueueInfo("closed_shop")).isNull();
		assertThat(this.broker.getQueueInfo("shelf_watch")).isNull();
	}

	@Test
	void consumerDeclaresAndBindsItsQueues() {
		var listener = new Topology(this.catalogue, "reader-service");
		listener.declarables().forEach(this::declare);
		assertThat(listener.declarables().toList()).isNotEmpty();
		assertThat(listener.bindingsToOthers()).extracting((binding) -> binding.getRoutingKey())
			.containsExactlyInAnyOrder("book.lent", "book.returned", "to.readers");
		new ForeignBindings(listener.bindingsToOthers().toList()).onCreate(connection());
		send("library.events", "book.returned", "returned");
		assertThat(receive("readers")).isEqualTo("returned");
		send(Topology.lettersOf("readers"), Topology.DEAD, "dead");
		assertThat(receive(Topology.deadLettersOf("readers"))).isEqualTo("dead");
		send(Topology.lettersOf("readers"), Topology.AGAIN, "again");
		assertThat(receive("readers")).isEqualTo("again");
	}

	@Test
	void consumerStartsBeforePublisher() {
		var early = new Binding("readers", DestinationType.QUEUE, "not.yet", "book.lent", Map.of());
		new ForeignBindings(List.of(early)).onCreate(connection());
		send("library.events", "book.lent", "still");
		assertThat(receive("readers")).isEqualTo("still");
	}

	private void declare(Declarable declarable) {
		switch (declarable) {
			case Queue queue -> this.broker.declareQueue(queue);
			case Exchange exchange -> this.broker.declareExchange(exchange);
			case Binding binding -> this.broker.declareBinding(binding);
			default -> throw new IllegalArgumentException(declarable.toString());
		}
	}

	private Connection connection() {
		return this.rabbit.getConnectionFactory().createConnection();
	}

	private void send(String exchange, String key, String text) {
		this.rabbit.send(exchange, key, MessageBuilder.withBody(text.getBytes(StandardCharsets.UTF_8)).build());
	}

	private String receive(String queue) {
		var message = this.rabbit.receive(queue, 5_000);
		return (message != null) ? new String(message.getBody(), StandardCharsets.UTF_8) : "nothing";
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ RabbitAutoConfiguration.class, CatalogueAutoConfiguration.class })
	static class Library {

	}

}
