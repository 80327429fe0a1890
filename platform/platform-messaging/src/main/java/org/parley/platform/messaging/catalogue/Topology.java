package org.parley.platform.messaging.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Binding.DestinationType;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Declarable;
import org.springframework.amqp.core.DirectExchange;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.core.TopicExchange;

/**
 * The exchanges, queues and bindings that a service declares with every connection. A
 * publisher declares its exchange and all shared queues that receive its events, so that
 * no event is lost before the consumer starts. A consumer declares its queues.
 * <p>
 * A shared queue {@code q} also has a dead-letter queue {@code q.dlq} and an exchange
 * {@code q.letters} that leads to both. The routing key {@code to.q} reaches only this
 * queue from a publisher's exchange.
 *
 * @see <a href="https://www.rabbitmq.com/docs/quorum-queues">RabbitMQ: Quorum Queues</a>
 */
public final class Topology {

	/** The routing key of {@code q.letters} to the dead-letter queue. */
	public static final String DEAD = "dead";

	/** The routing key of {@code q.letters} back to the queue. */
	public static final String AGAIN = "again";

	private static final int UNLIMITED = -1;

	private final Catalogue catalogue;

	private final String service;

	Topology(Catalogue catalogue, String service) {
		this.catalogue = catalogue;
		this.service = service;
	}

	/** The name of a queue's exchange {@code q.letters}. */
	public static String lettersOf(String queue) {
		return queue + ".letters";
	}

	/** The name of a queue's dead-letter queue. */
	public static String deadLettersOf(String queue) {
		return queue + ".dlq";
	}

	/** The routing key from a publisher's exchange to a single queue. */
	public static String onlyTo(String queue) {
		return "to." + queue;
	}

	/** All declarations that do not depend on other services. */
	Stream<Declarable> declarables() {
		return Stream.concat(published(), listened());
	}

	/**
	 * The bindings of this service's queues to the exchanges of other services.
	 * Publishers declare the same ones; a publisher with an older catalogue does not know
	 * all of them.
	 */
	Stream<Binding> bindingsToOthers() {
		return this.catalogue.exchanges()
			.entrySet()
			.stream()
			.filter((exchange) -> !exchange.getValue().publisher().equals(this.service))
			.flatMap((exchange) -> sharedQueues(this.catalogue.queuesConsumedBy(this.service))
				.flatMap((queue) -> bindings(exchange.getKey(), exchange.getValue(), queue)));
	}

	/** All bindings to a queue, from any publisher. */
	public List<Binding> bindingsTo(String queue) {
		return this.catalogue.exchanges()
			.entrySet()
			.stream()
			.flatMap((exchange) -> bindings(exchange.getKey(), exchange.getValue(), queue))
			.toList();
	}

	Set<String> consumedQueues() {
		return sharedQueues(this.catalogue.queuesConsumedBy(this.service)).collect(Collectors.toUnmodifiableSet());
	}

	private Stream<Declarable> published() {
		return this.catalogue.exchangeOf(this.service)
			.stream()
			.flatMap((exchange) -> published(exchange.getKey(), exchange.getValue()));
	}

	private Stream<Declarable> published(String name, Catalogue.Exchange exchange) {
		var queues = sharedQueues(this.catalogue.queues())
			.filter((queue) -> exchange.heardBy(queue).findAny().isPresent())
			.flatMap((queue) -> Stream.concat(Stream.of(queue(queue)), bindings(name, exchange, queue)));
		return Stream.concat(Stream.of(new TopicExchange(name)), queues);
	}

	private Stream<Declarable> listened() {
		return sharedQueues(this.catalogue.queuesConsumedBy(this.service)).flatMap((name) -> {
			var queue = queue(name);
			var dead = QueueBuilder.durable(deadLettersOf(name)).quorum().deliveryLimit(UNLIMITED).build();
			var letters = new DirectExchange(lettersOf(name));
			return Stream.of(queue, dead, letters, BindingBuilder.bind(queue).to(letters).with(AGAIN),
					BindingBuilder.bind(dead).to(letters).with(DEAD));
		});
	}

	/**
	 * No delivery limit: the default of twenty would drop healthy messages when their
	 * consumer is killed repeatedly.
	 */
	private Queue queue(String name) {
		var queue = QueueBuilder.durable(name).quorum().deliveryLimit(UNLIMITED);
		return (this.catalogue.queue(name).order() == Catalogue.Order.SINGLE) ? queue.singleActiveConsumer().build()
				: queue.build();
	}

	private static Stream<Binding> bindings(String name, Catalogue.Exchange exchange, String queue) {
		return exchange.events()
			.entrySet()
			.stream()
			.filter((event) -> event.getValue().heardBy().contains(queue))
			.map((event) -> event.getValue().snapshot() ? onlyTo(queue) : event.getKey())
			.distinct()
			.map((key) -> new Binding(queue, DestinationType.QUEUE, name, key, null));
	}

	private static Stream<String> sharedQueues(Map<String, Catalogue.Queue> queues) {
		return queues.entrySet().stream().filter((queue) -> queue.getValue().isShared()).map(Map.Entry::getKey);
	}

}
