package org.parley.platform.messaging.inbox.delivery;

import io.micrometer.tracing.Span;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.runtime.tracing.SpanRecorder;
import org.parley.platform.runtime.tracing.SpanScope;

/**
 * Opens the spans in which a queue's events are handled.
 *
 * @see <a href=
 * "https://opentelemetry.io/docs/specs/semconv/messaging/messaging-spans/">OpenTelemetry:
 * Messaging spans</a>
 */
record EventSpans(String queue, SpanRecorder recorder) {

	SpanScope open(EventEnvelope event) {
		return this.recorder
			.open("process " + event.type(), Span.Kind.CONSUMER, event.correlationid(), event.traceparent())
			.tag("messaging.system", "rabbitmq")
			.tag("messaging.destination.name", this.queue)
			.tag("messaging.message.id", event.id());
	}

}
