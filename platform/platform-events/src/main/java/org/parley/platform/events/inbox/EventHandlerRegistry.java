package org.parley.platform.events.inbox;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.parley.platform.events.catalogue.Catalogue;

/**
 * Who hears what of this service's queues: exactly what the catalogue says.
 *
 * @param byQueue the handlers by queue and by type
 */
record EventHandlerRegistry(Map<String, Map<String, EventHandlerMethod>> byQueue) {

	/** The queues that are listened to. */
	Set<String> queues() {
		return this.byQueue.keySet();
	}

	/** Who hears what of a queue, by type. */
	Map<String, EventHandlerMethod> of(String queue) {
		return Objects.requireNonNull(this.byQueue.get(queue));
	}

	/**
	 * Takes the handlers of all listeners.
	 * @throws IllegalStateException when they are not those that the catalogue asks for
	 */
	static EventHandlerRegistry of(Collection<?> listeners, Catalogue catalogue, String service) {
		var known = new HashMap<String, Map<String, EventHandlerMethod>>();
		catalogue.listenedToBy(service).keySet().forEach((queue) -> known.put(queue, new HashMap<>()));
		listeners.stream()
			.flatMap((listener) -> EventHandlerMethod.of(listener, (types) -> queueOf(types, catalogue, service)))
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
			throw new IllegalStateException("The catalogue has no open queue '%s' that %s listens to"
				.formatted(eventHandlerMethod.queue(), service));
		}
		eventHandlerMethod.types().forEach((type) -> {
			if (handlers.put(type, eventHandlerMethod) != null) {
				throw new IllegalStateException(
						"Two methods hear %s of '%s'".formatted(type, eventHandlerMethod.queue()));
			}
		});
	}

	private static void compare(String queue, Set<String> handled, Set<String> routed) {
		var unheard = new HashSet<>(routed);
		unheard.removeAll(handled);
		var unknown = new HashSet<>(handled);
		unknown.removeAll(routed);
		if (!unheard.isEmpty() || !unknown.isEmpty()) {
			throw new IllegalStateException("The listeners of '%s' do not hear %s, and hear %s that never comes"
				.formatted(queue, unheard, unknown));
		}
	}

}
