package org.parley.platform.messaging.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * The event catalogue, merged from every {@code catalogue.yml} on the classpath. Event
 * types, exchanges and queues exist only if they are listed here.
 *
 * @param exchanges by name
 * @param queues by name
 */
public record Catalogue(Map<String, Exchange> exchanges, Map<String, Queue> queues) {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.build();

	/**
	 * Reads the catalogue.
	 * @throws IllegalStateException when an event names an unknown queue
	 */
	static Catalogue read(ResourcePatternResolver resources) {
		try {
			return Stream.of(resources.getResources("classpath*:catalogue.yml"))
				.map(Catalogue::read)
				.reduce(new Catalogue(Map.of(), Map.of()), Catalogue::plus)
				.checked();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Catalogue read(Resource resource) {
		try (var stream = resource.getInputStream()) {
			var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
			return JSON.convertValue(yaml.<Object>load(stream), Catalogue.class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Catalogue plus(Catalogue other) {
		var allExchanges = new LinkedHashMap<>(this.exchanges);
		other.exchanges.forEach((name, exchange) -> allExchanges.merge(name, exchange, Exchange::plus));
		var allQueues = new LinkedHashMap<>(this.queues);
		allQueues.putAll(other.queues);
		return new Catalogue(allExchanges, allQueues);
	}

	private Catalogue checked() {
		var unknown = this.exchanges.values()
			.stream()
			.flatMap((exchange) -> exchange.events().values().stream())
			.flatMap((event) -> event.heardBy().stream())
			.filter((queue) -> !this.queues.containsKey(queue))
			.findFirst();
		if (unknown.isPresent()) {
			throw new IllegalStateException("The catalogue has no queue '" + unknown.get() + "'");
		}
		return this;
	}

	/** The exchange of a publishing service, with its name. */
	public Optional<Map.Entry<String, Exchange>> exchangeOf(String service) {
		return this.exchanges.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().publisher().equals(service))
			.findFirst();
	}

	/** The services that publish a type, sorted by name. */
	public List<String> publishersOf(String type) {
		return this.exchanges.values()
			.stream()
			.filter((exchange) -> exchange.events().containsKey(type))
			.map(Exchange::publisher)
			.sorted()
			.toList();
	}

	/** The open queues that a service consumes, by name. */
	public Map<String, Queue> queuesConsumedBy(String service) {
		return this.queues.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().open() && entry.getValue().listener().equals(service))
			.collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/** The open queues from which a service consumes a type, by name. */
	public Set<String> queuesOf(String service, String type) {
		return queuesConsumedBy(service).keySet()
			.stream()
			.filter((queue) -> heardBy(queue).contains(type))
			.collect(Collectors.toUnmodifiableSet());
	}

	/** All types that a queue may receive, including snapshots. */
	public Set<String> heardBy(String queue) {
		return this.exchanges.values()
			.stream()
			.flatMap((exchange) -> exchange.heardBy(queue))
			.collect(Collectors.toUnmodifiableSet());
	}

	/** The open shared queues to which an event of the type and service is routed. */
	public Set<String> destinationsOf(String service, String type) {
		return exchangeOf(service).stream()
			.flatMap((exchange) -> Stream.ofNullable(exchange.getValue().events().get(type)))
			.filter((event) -> !event.snapshot())
			.flatMap((event) -> event.heardBy().stream())
			.filter((queue) -> queue(queue).isShared())
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * A queue by its name.
	 * @throws IllegalArgumentException when the catalogue has no such queue
	 */
	public Queue queue(String name) {
		var queue = this.queues.get(name);
		if (queue == null) {
			throw new IllegalArgumentException("The catalogue has no queue '" + name + "'");
		}
		return queue;
	}

	/**
	 * A topic exchange.
	 *
	 * @param publisher the only service that publishes on it
	 * @param events by type, which is also the routing key
	 */
	public record Exchange(String publisher, Map<String, Event> events) {

		/** The types that a queue may receive from this exchange. */
		Stream<String> heardBy(String queue) {
			return this.events.entrySet()
				.stream()
				.filter((entry) -> entry.getValue().heardBy().contains(queue))
				.map(Map.Entry::getKey);
		}

		private Exchange plus(Exchange other) {
			var all = new LinkedHashMap<>(this.events);
			other.events.forEach((type, event) -> all.merge(type, event, Event::plus));
			return new Exchange(this.publisher, all);
		}

	}

	/**
	 * An event type.
	 *
	 * @param meaning what happened, in one sentence
	 * @param key what keeps the order
	 * @param snapshot whether it describes the current state, sent to one queue on
	 * request
	 * @param heardBy the queues that receive it
	 */
	public record Event(String meaning, String key, boolean snapshot, @JsonProperty("heard-by") List<String> heardBy) {

		private Event plus(Event other) {
			var all = new LinkedHashSet<>(this.heardBy);
			all.addAll(other.heardBy);
			return new Event(this.meaning, this.key, this.snapshot, List.copyOf(all));
		}

	}

	/**
	 * A queue.
	 *
	 * @param listener the service that consumes it
	 * @param onePer whether the instances of the consumer share it
	 * @param order the order in which its events may be handled
	 * @param open whether the consumer exists already
	 */
	public record Queue(String listener, @JsonProperty("one-per") QueueScope onePer, Order order, boolean open) {

		/**
		 * Whether publishers declare the queue, because all instances of its consumer
		 * share it.
		 */
		public boolean isShared() {
			return this.open && this.onePer == QueueScope.SERVICE;
		}

	}

	/** Whether the instances of a service share a queue. */
	public enum QueueScope {

		/** All instances consume one queue. */
		SERVICE,
		/** Each instance has its own queue, {@code <name>.<instance>}. */
		INSTANCE

	}

	/** The order in which events may be handled. */
	public enum Order {

		/** In any order. */
		FREE,
		/** In any order; consumers ignore versions older than the stored one. */
		VERSION,
		/** One at a time, by a single consumer in the whole cluster. */
		SINGLE

	}

}
