package org.parley.platform.messaging.inbox.delivery;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;

import org.springframework.amqp.core.MessageBuilder;

/**
 * Handles events of this instance's own queues that come by another way than the broker,
 * each once. The way must be one on which only the publisher of the events can send.
 */
public final class ForwardedEvents {

	private final Function<String, InstanceDeliveryHandler> handlers;

	ForwardedEvents(Function<String, InstanceDeliveryHandler> handlers) {
		this.handlers = handlers;
	}

	/**
	 * Handles an event. One that cannot be handled is logged.
	 * @param queue the queue in the catalogue
	 * @param exchange the exchange of the publisher
	 * @param envelope the event as JSON
	 */
	public void handle(String queue, String exchange, String envelope) {
		this.handlers.apply(queue)
			.applyForwarded(MessageBuilder.withBody(envelope.getBytes(StandardCharsets.UTF_8))
				.setReceivedExchange(exchange)
				.build());
	}

}
