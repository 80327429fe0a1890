package org.parley.platform.messaging.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import com.rabbitmq.client.ShutdownSignalException;
import org.parley.platform.messaging.outbox.RelayBatch.Sent;

import org.springframework.amqp.AmqpException;
import org.springframework.amqp.AmqpTimeoutException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitOperations;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/**
 * Publishes events on the service's exchange and waits for the broker's confirms.
 *
 * @see <a href="https://www.rabbitmq.com/docs/confirms#publisher-confirms">RabbitMQ:
 * Publisher Confirms</a>
 */
class OutboxPublisher {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	/**
	 * The reason on a closed channel when Spring discards it before the broker's reason
	 * is known.
	 */
	private static final String CLOSED_FOR_UNKNOWN_REASON = "Channel closed by application";

	private final RabbitTemplate rabbit;

	private final String exchange;

	/**
	 * Creates a publisher for an exchange.
	 * @param expected whether an event type must be routed to a queue
	 */
	OutboxPublisher(ConnectionFactory connections, String exchange, Predicate<String> expected) {
		if (!connections.isPublisherConfirms() || !connections.isPublisherReturns()) {
			throw new IllegalStateException("spring.rabbitmq.publisher-confirm-type must be correlated, "
					+ "spring.rabbitmq.publisher-returns true");
		}
		this.rabbit = new EventTemplate(connections, expected);
		this.exchange = exchange;
	}

	/**
	 * Publishes in waves: an event follows after the previous one of its key is
	 * confirmed. A refusal ends the events of its key.
	 */
	Sent publish(List<OutboxRecord> events) {
		var relayBatch = new RelayBatch(events);
		while (!relayBatch.isDone()) {
			publishWave(relayBatch);
		}
		return relayBatch.sent();
	}

	private void publishWave(RelayBatch relayBatch) {
		var wave = relayBatch.wave();
		try {
			var receipts = send(wave);
			awaitAnswers(receipts);
			for (int i = 0; i < wave.size(); i++) {
				note(relayBatch, wave.get(i), receipts.get(i), wave.size() == 1);
			}
		}
		catch (AmqpException ex) {
			relayBatch
				.interrupt(isOfTheChannelOnly(ex) ? new ChannelClosedException(String.valueOf(ex.getMessage())) : ex);
		}
	}

	private List<CorrelationData> send(List<OutboxRecord> wave) {
		var receipts = this.rabbit.invoke((channel) -> wave.stream().map((event) -> send(channel, event)).toList());
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

	private static void awaitAnswers(List<CorrelationData> receipts) {
		var answers = receipts.stream().map(CorrelationData::getFuture).toArray(CompletableFuture[]::new);
		CompletableFuture.allOf(answers)
			.handle((_, _) -> true)
			.completeOnTimeout(false, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
			.join();
	}

	/**
	 * Records the result of one event. A lost connection is an interruption, not a
	 * refusal.
	 */
	private static void note(RelayBatch relayBatch, OutboxRecord event, CorrelationData receipt, boolean alone) {
		if (receipt.getFuture().state() != Future.State.SUCCESS) {
			relayBatch.interrupt(new AmqpTimeoutException("The broker did not confirm in time"));
			return;
		}
		var answer = receipt.getFuture().resultNow();
		var returned = receipt.getReturned();
		var closed = answer.reason();
		if (answer.ack() && returned == null) {
			relayBatch.confirm(event);
		}
		else if (returned != null) {
			relayBatch.refuse(event, returned.getReplyCode() + " " + returned.getReplyText());
		}
		else if (closed == null) {
			relayBatch.refuse(event, "The broker refused the event");
		}
		else if (alone && isOfTheChannelOnly(closed)) {
			relayBatch.refuse(event, closed);
		}
		else {
			relayBatch.interrupt(
					isPerhapsOfTheChannelOnly(closed) ? new ChannelClosedException(closed) : new AmqpException(closed));
		}
	}

	private static boolean isOfTheChannelOnly(String closed) {
		return closed.startsWith("channel error");
	}

	private static boolean isPerhapsOfTheChannelOnly(String closed) {
		return isOfTheChannelOnly(closed) || closed.equals(CLOSED_FOR_UNKNOWN_REASON);
	}

	private static boolean isOfTheChannelOnly(AmqpException failure) {
		return failure.getCause() instanceof ShutdownSignalException signal && !signal.isHardError()
				&& !signal.isInitiatedByApplication();
	}

	/** Requests unroutable messages back; their correlation data reports them. */
	private static final class EventTemplate extends RabbitTemplate {

		private final Predicate<String> expected;

		EventTemplate(ConnectionFactory connections, Predicate<String> expected) {
			super(connections);
			this.expected = expected;
			setReturnsCallback((_) -> {
			});
		}

		@Override
		public Boolean isMandatoryFor(Message message) {
			return this.expected.test(message.getMessageProperties().getType());
		}

	}

	/** The broker closed the channel because of one unknown event of a batch. */
	static class ChannelClosedException extends AmqpException {

		ChannelClosedException(String reason) {
			super(reason);
		}

	}

}
