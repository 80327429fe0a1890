package org.parley.platform.runtime.tracing;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;

/** The work of an open span on the current thread, until it is closed. */
public final class SpanScope implements AutoCloseable {

	private final @Nullable Span span;

	private final Tracer.@Nullable SpanInScope inScope;

	private final RequestOrigin.Scope origin;

	SpanScope(@Nullable Span span, Tracer.@Nullable SpanInScope inScope, RequestOrigin.Scope origin) {
		this.span = span;
		this.inScope = inScope;
		this.origin = origin;
	}

	/** Adds an attribute without personal data. */
	public SpanScope tag(String key, String value) {
		if (this.span != null) {
			this.span.tag(key, value);
		}
		return this;
	}

	/** Runs the work; a failure marks the span. */
	public void run(Runnable work) {
		try {
			work.run();
		}
		catch (RuntimeException | Error ex) {
			fail(ex);
			throw ex;
		}
	}

	/**
	 * Marks the span as failed, with the class of the failure only: its message may
	 * contain personal data.
	 */
	public void fail(Throwable failure) {
		if (this.span != null) {
			this.span.tag("error.type", failure.getClass().getName());
			this.span.error(new WorkFailure(failure));
		}
	}

	@Override
	public void close() {
		this.origin.close();
		if (this.inScope != null) {
			this.inScope.close();
		}
		if (this.span != null) {
			this.span.end();
		}
	}

	/** A failure without message and stack trace, both of which are exported. */
	private static final class WorkFailure extends RuntimeException {

		WorkFailure(Throwable failure) {
			super(failure.getClass().getName(), null, false, false);
		}

	}

}
