package org.parley.platform.events.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitOperations;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/**
 * Sends records to the service's exchange and waits until the broker has confirmed each.
 */
class Publisher {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final RabbitTemplate rabbit;

	private final String exchange;

	Publisher(RabbitTemplate rabbit, String exchange) {
		if (!rabbit.getConnectionFactory().isPublisherConfirms()) {
			throw new IllegalStateException("spring.rabbitmq.publisher-confirm-type must be correlated");
		}
		this.rabbit = rabbit;
		this.exchange = exchange;
	}

	/**
	 * Sends in the given order, all on one channel.
	 * @return how many, from the first on, are confirmed
	 * @throws AmqpException when the broker cannot be reached
	 */
	int publish(List<OutboxRecord> records) {
		var receipts = send(records);
		int confirmed = 0;
		for (var receipt : receipts) {
			if (!isConfirmed(receipt)) {
				return confirmed;
			}
			confirmed++;
		}
		return confirmed;
	}

	private List<CorrelationData> send(List<OutboxRecord> records) {
		var receipts = this.rabbit.invoke((channel) -> records.stream().map((event) -> send(channel, event)).toList());
		return (receipts != null) ? receipts : List.of();
	}

	private CorrelationData send(RabbitOperations channel, OutboxRecord event) {
		var receipt = new CorrelationData(event.id());
		var message = MessageBuilder.withBody(event.envelope().getBytes(StandardCharsets.UTF_8))
			.setContentType("application/cloudevents+json")
			.setMessageId(event.id())
			.setType(event.type())
			.setDeliveryMode(MessageDeliveryMode.PERSISTENT)
			.build();
		channel.send(this.exchange, event.type(), message, receipt);
		return receipt;
	}

	private static boolean isConfirmed(CorrelationData receipt) {
		try {
			return receipt.getFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS).ack();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
		catch (ExecutionException | TimeoutException ex) {
			return false;
		}
	}

}
