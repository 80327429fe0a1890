package org.parley.platform.messaging;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.micrometer.tracing.Span;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;
import org.parley.platform.domain.Ids;
import org.parley.platform.runtime.tracing.RequestOrigin;
import org.parley.platform.runtime.tracing.SpanRecorder;
import tools.jackson.databind.json.JsonMapper;

/**
 * Wraps events in envelopes with this service as their source. An envelope continues the
 * correlation and the trace of the current thread.
 */
public final class Envelopes {

	private final String source;

	private final Set<String> types;

	private final JsonMapper json;

	private final InstantSource clock;

	private final SpanRecorder spans;

	/**
	 * Creates the envelopes of a service.
	 * @param types all event types that the catalogue lets the service publish
	 */
	Envelopes(String source, Set<String> types, JsonMapper json, InstantSource clock, SpanRecorder spans) {
		this.source = source;
		this.types = types;
		this.json = json;
		this.clock = clock;
		this.spans = spans;
	}

	/**
	 * Wraps an event.
	 * @throws IllegalArgumentException when its type is not one that its class and this
	 * service publish
	 */
	public EventEnvelope wrap(ParleyEvent event) {
		requirePublished(event);
		var origin = RequestOrigin.current();
		var trace = this.spans.mark("create " + event.type(), Span.Kind.PRODUCER,
				(origin != null) ? origin.trace() : null);
		return new EventEnvelope("1.0", Ids.next(), this.source, event.type(), event.subject(), this.clock.instant(),
				"application/json", "urn:parley:event:" + event.type() + ":1", trace.toString(),
				(origin != null) ? origin.correlationId() : Ids.next(), event.partitionKey(),
				this.json.valueToTree(event));
	}

	/** Serializes an envelope as JSON. */
	public String write(EventEnvelope envelope) {
		return this.json.writeValueAsString(envelope);
	}

	/**
	 * Refuses classes that publish types which the catalogue does not have.
	 * @throws IllegalStateException naming the types
	 */
	void requireInCatalogue(List<Class<? extends ParleyEvent>> events) {
		var unknown = new TreeSet<String>();
		events.forEach((event) -> unknown.addAll(typesOf(event)));
		unknown.removeAll(this.types);
		if (!unknown.isEmpty()) {
			throw new IllegalStateException(
					"The catalogue does not let %s publish %s".formatted(this.source, String.join(", ", unknown)));
		}
	}

	private void requirePublished(ParleyEvent event) {
		if (!typesOf(event.getClass()).contains(event.type()) || !this.types.contains(event.type())) {
			throw new IllegalArgumentException("%s does not publish '%s' as %s".formatted(this.source, event.type(),
					event.getClass().getSimpleName()));
		}
	}

	private static Set<String> typesOf(Class<? extends ParleyEvent> event) {
		var published = event.getAnnotation(Publishes.class);
		return (published != null) ? Set.of(published.value()) : Set.of();
	}

}
