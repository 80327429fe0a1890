package org.parley.platform.messaging.inbox.delivery;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.parley.platform.messaging.catalogue.Catalogue;
import org.parley.platform.messaging.inbox.EventConsumer;

import org.springframework.beans.factory.ListableBeanFactory;

/**
 * The handlers of this service's queues, which match the catalogue exactly.
 *
 * @param byQueue the handlers by queue and by event type
 */
record EventHandlerRegistry(Map<String, Map<String, EventHandlerMethod>> byQueue) {

	/** The queues that have handlers. */
	Set<String> queues() {
		return this.byQueue.keySet();
	}

	/** The handlers of a queue, by event type. */
	Map<String, EventHandlerMethod> of(String queue) {
		return Objects.requireNonNull(this.byQueue.get(queue));
	}

	/**
	 * Collects the handlers of all consumers.
	 * @throws IllegalStateException when they do not match the catalogue
	 */
	static EventHandlerRegistry of(ListableBeanFactory beans, Catalogue catalogue, String service) {
		var known = new HashMap<String, Map<String, EventHandlerMethod>>();
		catalogue.queuesConsumedBy(service).keySet().forEach((queue) -> known.put(queue, new HashMap<>()));
		beans.getBeansWithAnnotation(EventConsumer.class)
			.values()
			.stream()
			.flatMap(
					(listener) -> EventHandlerMethod.of(listener, beans, (types) -> queueOf(types, catalogue, service)))
			.forEach((eventHandlerMethod) -> add(eventHandlerMethod, known, service));
		known.forEach((queue, handlers) -> compare(queue, handlers.keySet(), catalogue.heardBy(queue)));
		return new EventHandlerRegistry(Map.copyOf(known));
	}

	private static String queueOf(Set<String> types, Catalogue catalogue, String service) {
		var queues = types.stream().flatMap((type) -> catalogue.queuesOf(service, type).stream()).distinct().toList();
		if (queues.size() != 1) {
			throw new IllegalStateException("%s consumes %s from %d queues: name the queue in @EventConsumer"
				.formatted(service, types, queues.size()));
		}
		return queues.getFirst();
	}

	private static void add(EventHandlerMethod eventHandlerMethod, Map<String, Map<String, EventHandlerMethod>> known,
			String service) {
		var handlers = known.get(eventHandlerMethod.queue());
		if (handlers == null) {
			throw new IllegalStateException(
					"The catalogue has no open queue '%s' of %s".formatted(eventHandlerMethod.queue(), service));
		}
		eventHandlerMethod.types().forEach((type) -> {
			if (handlers.put(type, eventHandlerMethod) != null) {
				throw new IllegalStateException(
						"Two methods handle %s of '%s'".formatted(type, eventHandlerMethod.queue()));
			}
		});
	}

	private static void compare(String queue, Set<String> handled, Set<String> routed) {
		var unheard = new HashSet<>(routed);
		unheard.removeAll(handled);
		var unknown = new HashSet<>(handled);
		unknown.removeAll(routed);
		if (!unheard.isEmpty() || !unknown.isEmpty()) {
			throw new IllegalStateException(
					"The consumers of '%s' do not handle %s, and handle %s that is not routed to it".formatted(queue,
							unheard, unknown));
		}
	}

}
