package org.parley.platform.runtime.tracing;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;

/**
 * Records spans of work that no library observes, and makes them the
 * {@link RequestOrigin} of the work. Without tracing, it only continues the origin.
 */
public final class SpanRecorder {

	/** Records nothing. */
	public static final SpanRecorder NONE = new SpanRecorder(null);

	private final @Nullable Tracer tracer;

	/** Creates a recorder; without a tracer it records nothing. */
	public SpanRecorder(@Nullable Tracer tracer) {
		this.tracer = tracer;
	}

	/** The span of the current thread; empty without tracing. */
	public Optional<TraceParent> current() {
		return Optional.ofNullable(this.tracer).map(Tracer::currentSpan).map(SpanRecorder::parentOf);
	}

	/**
	 * Opens a span on the current thread.
	 * @param traceparent the span that caused the work; null begins a trace
	 */
	public SpanScope open(String name, Span.Kind kind, String correlationId, @Nullable String traceparent) {
		if (this.tracer == null) {
			return new SpanScope(null, null, RequestOrigin.of(correlationId, traceparent).open());
		}
		var span = builder(this.tracer, name, kind, TraceParent.parse(traceparent)).start();
		return new SpanScope(span, this.tracer.withSpan(span), new RequestOrigin(correlationId, parentOf(span)).open());
	}

	/** Records a span that has no duration, and returns it as the parent of others. */
	public TraceParent mark(String name, Span.Kind kind, @Nullable TraceParent parent) {
		if (this.tracer == null) {
			return ((parent != null) ? parent : TraceParent.begin()).child();
		}
		var span = builder(this.tracer, name, kind, Optional.ofNullable(parent)).start();
		span.end();
		return parentOf(span);
	}

	/** Whether spans are recorded at all. */
	public boolean isTracing() {
		return this.tracer != null;
	}

	/** Records a span of work that has ended. */
	public void record(String name, Span.Kind kind, TraceParent parent, Instant start, Instant end) {
		if (this.tracer != null) {
			builder(this.tracer, name, kind, Optional.of(parent))
				.startTimestamp(start.toEpochMilli(), TimeUnit.MILLISECONDS)
				.start()
				.end(end.toEpochMilli(), TimeUnit.MILLISECONDS);
		}
	}

	private static Span.Builder builder(Tracer tracer, String name, Span.Kind kind, Optional<TraceParent> parent) {
		var builder = tracer.spanBuilder().name(name).kind(kind);
		return parent.map((known) -> builder.setParent(contextOf(tracer, known))).orElseGet(builder::setNoParent);
	}

	private static TraceContext contextOf(Tracer tracer, TraceParent parent) {
		return tracer.traceContextBuilder()
			.traceId(parent.id())
			.spanId(parent.span())
			.sampled(parent.sampled())
			.build();
	}

	private static TraceParent parentOf(Span span) {
		var context = span.context();
		return new TraceParent(context.traceId(), context.spanId(), Boolean.TRUE.equals(context.sampled()));
	}

}
