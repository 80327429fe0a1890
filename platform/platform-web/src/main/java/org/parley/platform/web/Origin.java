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
public record Origin(String correlationId, Trace trace) {

	private static final String CORRELATION = "correlationId";

	/** Work that goes back to nothing but itself. */
	public static Origin begin() {
		return new Origin(Ids.next(), Trace.begin());
	}

	/** Of an event, as its envelope says; a trace that is not there begins. */
	public static Origin of(String correlationId, @Nullable String traceparent) {
		return new Origin(correlationId, Trace.parse(traceparent).orElseGet(Trace::begin));
	}

	/** Of what this thread does, or null when no scope is open. */
	public static @Nullable Origin current() {
		var id = MDC.get(CORRELATION);
		return (id != null) ? of(id, MDC.get(Trace.HEADER)) : null;
	}

	/** Makes it the current one until the scope is closed. */
	public Scope open() {
		var before = current();
		set(this);
		return () -> set(before);
	}

	private static void set(@Nullable Origin origin) {
		if (origin == null) {
			MDC.remove(CORRELATION);
			MDC.remove(Trace.HEADER);
			return;
		}
		MDC.put(CORRELATION, origin.correlationId());
		MDC.put(Trace.HEADER, origin.trace().toString());
	}

	/** Ends with what was current before. */
	@FunctionalInterface
	public interface Scope extends AutoCloseable {

		@Override
		void close();

	}

}
