package org.parley.platform.runtime.tracing;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Ids;
import org.slf4j.MDC;

/**
 * The origin of a thread's work: a request, an event, or the work itself. While its scope
 * is open, logs contain it and published events inherit it.
 *
 * @param correlationId the same from the request to the last event
 * @param trace the current span
 */
public record RequestOrigin(String correlationId, TraceParent trace) {

	private static final String CORRELATION = "correlationId";

	/** Begins an origin without a request or an event. */
	public static RequestOrigin begin() {
		return new RequestOrigin(Ids.next(), TraceParent.begin());
	}

	/** The origin of an event; a missing trace begins here. */
	public static RequestOrigin of(String correlationId, @Nullable String traceparent) {
		return new RequestOrigin(correlationId, TraceParent.parse(traceparent).orElseGet(TraceParent::begin));
	}

	/** The origin of the current thread, or null when no scope is open. */
	public static @Nullable RequestOrigin current() {
		var id = MDC.get(CORRELATION);
		return (id != null) ? of(id, MDC.get(TraceParent.HEADER)) : null;
	}

	/** Makes this the origin of the current thread until the scope is closed. */
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

	/** Restores the previous origin when closed. */
	@FunctionalInterface
	public interface Scope extends AutoCloseable {

		@Override
		void close();

	}

}
