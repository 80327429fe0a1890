package org.parley.platform.events.catalogue;

import java.util.List;
import java.util.Map;
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
 * What a service declares at the broker: as a publisher its exchange and every queue that
 * hears it, so that no event falls between a publisher that started and a listener that
 * has not; as a listener its queues. Declared anew with every connection.
 * <p>
 * The listener of a queue {@code q} has a dead-letter queue {@code q.dlq} too, and an
 * exchange {@code q.letters} that leads to both. Publishers reach just this queue by the
 * routing key {@code to.q}.
 *
 * @see <a href="https://www.rabbitmq.com/docs/quorum-queues">RabbitMQ: Quorum Queues</a>
 */
public final class Topology {

	/** The routing key of {@code q.letters} that leads to the dead-letter queue. */
	public static final String DEAD = "dead";

	/** The routing key of {@code q.letters} that leads back to the queue. */
	public static final String AGAIN = "again";

	private static final int UNLIMITED = -1;

	private final Catalogue catalogue;

	private final String service;

	Topology(Catalogue catalogue, String service) {
		this.catalogue = catalogue;
		this.service = service;
	}

	/** The exchange {@code q.letters} of a queue. */
	public static String lettersOf(String queue) {
		return queue + ".letters";
	}

	/** The dead-letter queue of a queue. */
	public static String deadLettersOf(String queue) {
		return queue + ".dlq";
	}

	/** The routing key that leads from a publisher's exchange to one queue only. */
	public static String onlyTo(String queue) {
		return "to." + queue;
	}

	/** Everything that this service declares without asking another. */
	Stream<Declarable> declarables() {
		return Stream.concat(published(), listened());
	}

	/**
	 * From the exchanges of others to this service's queues. The publisher makes the same
	 * ones; they are made here too, for a publisher that is older than the listener.
	 */
	Stream<Binding> bindingsToOthers() {
		return this.catalogue.exchanges()
			.entrySet()
			.stream()
			.filter((exchange) -> !exchange.getValue().publisher().equals(this.service))
			.flatMap((exchange) -> sharedQueues(this.catalogue.listenedToBy(this.service))
				.flatMap((queue) -> bindings(exchange.getKey(), exchange.getValue(), queue)));
	}

	/** What leads to a queue, whoever publishes it. */
	public List<Binding> bindingsTo(String queue) {
		return this.catalogue.exchanges()
			.entrySet()
			.stream()
			.flatMap((exchange) -> bindings(exchange.getKey(), exchange.getValue(), queue))
			.toList();
	}

	private Stream<Declarable> published() {
		return this.catalogue.publishedBy(this.service)
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
		return sharedQueues(this.catalogue.listenedToBy(this.service)).flatMap((name) -> {
			var queue = queue(name);
			var dead = QueueBuilder.durable(deadLettersOf(name)).quorum().deliveryLimit(UNLIMITED).build();
			var letters = new DirectExchange(lettersOf(name));
			return Stream.of(queue, dead, letters, BindingBuilder.bind(queue).to(letters).with(AGAIN),
					BindingBuilder.bind(dead).to(letters).with(DEAD));
		});
	}

	/**
	 * The broker never takes a message away by itself: its usual limit of twenty
	 * deliveries would bury healthy messages of a listener that is killed in a loop.
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
