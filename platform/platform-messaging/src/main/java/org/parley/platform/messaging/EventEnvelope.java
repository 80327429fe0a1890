package org.parley.platform.messaging;

import java.time.Duration;
import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The envelope of an event: a CloudEvent in structured JSON.
 *
 * @param specversion always 1.0
 * @param id unique; consumers recognise repeated events by it
 * @param source the publishing service
 * @param subject the id of the aggregate
 * @param time when the event happened
 * @param datacontenttype always JSON
 * @param dataschema the versioned schema of the data
 * @param traceparent the W3C trace context
 * @param correlationid the id of the request that caused the event, else the event's own
 * id
 * @param partitionkey the key that keeps the order
 * @param data the event data
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md">
 * CloudEvents 1.0</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventEnvelope(String specversion, String id, String source, String type, String subject, Instant time,
		String datacontenttype, String dataschema, @Nullable String traceparent, String correlationid,
		String partitionkey, JsonNode data) {

	/** How long an event may be sent again; inboxes keep their records as long. */
	public static final Duration REPEATABLE = Duration.ofDays(90);

}
