package org.parley.platform.web;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * What the work of a thread goes back to: a request, an event that is handled, or itself.
 * Logs show it while its scope is open, and events that are published then inherit it.
 *
 * @param correlationId the same from the request to the last mail
 * @param trace the step that the work is
 */
public record RequestOrigin(String correlationId, TraceParent trace) {

	private static final String CORRELATION = "correlationId";

	/** Work that goes back to nothing but itself. */
	public static RequestOrigin begin() {
		return new RequestOrigin(Ids.next(), TraceParent.begin());
	}

	/** Of an event, as its envelope says; a trace that is not there begins. */
	public static RequestOrigin of(String correlationId, @Nullable String traceparent) {
		return new RequestOrigin(correlationId, TraceParent.parse(traceparent).orElseGet(TraceParent::begin));
	}

	/** Of what this thread does, or null when no scope is open. */
	public static @Nullable RequestOrigin current() {
		var id = MDC.get(CORRELATION);
		return (id != null) ? of(id, MDC.get(TraceParent.HEADER)) : null;
	}

	/** Makes it the current one until the scope is closed. */
	public Scope open() {
		var before = current();
		set(this);
		return () -> set(before);
	}

	private static void set(@Nullable RequestOrigin requestOrigin) {
		if (requestOrigin == null) {
			MDC.remove(CORRELATION);
			MDC.remove(TraceParent.HEADER);
			return;
		}
		MDC.put(CORRELATION, requestOrigin.correlationId());
		MDC.put(TraceParent.HEADER, requestOrigin.trace().toString());
	}

	/** Ends with what was current before. */
	@FunctionalInterface
	public interface Scope extends AutoCloseable {

		@Override
		void close();

	}

}
