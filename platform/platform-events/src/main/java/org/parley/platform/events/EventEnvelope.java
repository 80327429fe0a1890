package org.parley.platform.events;

import java.time.Duration;
import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event as it travels: a CloudEvent in structured JSON.
 *
 * @param specversion always 1.0
 * @param id given before the write; listeners know by it what they have handled
 * @param source the service that speaks
 * @param type what happened
 * @param subject the aggregate that it happened to
 * @param time when
 * @param datacontenttype always JSON
 * @param dataschema the schema of the data, with its version
 * @param traceparent the trace that it belongs to
 * @param correlationid what it goes back to: a request, else itself
 * @param partitionkey the key within which order is kept
 * @param data what happened, in full
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md">
 * CloudEvents 1.0</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventEnvelope(String specversion, String id, String source, String type, String subject, Instant time,
		String datacontenttype, String dataschema, @Nullable String traceparent, String correlationid,
		String partitionkey, JsonNode data) {

	/**
	 * How long after it happened an event may be sent again; inboxes remember as long
	 * what they have handled.
	 */
	public static final Duration REPEATABLE = Duration.ofDays(90);

}
