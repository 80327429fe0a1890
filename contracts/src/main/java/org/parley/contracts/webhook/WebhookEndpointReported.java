package org.parley.contracts.webhook;

import java.time.Instant;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.parley.contracts.EventType;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;

/**
 * The owner of a subscription must hear about its endpoint: it fails, or it receives no
 * messages any more.
 *
 * @param host the host of the endpoint; the rest of its address may be a secret
 * @param cause why it fails or was stopped
 */
@Publishes({ "webhook-endpoint.failing", "webhook-endpoint.stopped" })
public record WebhookEndpointReported(@EventType String type, String subscriptionId, String ownerId, String host,
		Cause cause, Instant at) implements ParleyEvent {

	@Override
	public String subject() {
		return this.subscriptionId;
	}

	@Override
	public String partitionKey() {
		return this.ownerId;
	}

	/** Why an endpoint fails or was stopped. */
	public enum Cause {

		/** All messages fail for days. */
		FAILURES,
		/** The endpoint has answered 410 Gone. */
		GONE,
		/** An administrator has disabled the subscription of another person. */
		ADMINISTRATOR;

		@JsonValue
		public String json() {
			return name().toLowerCase(Locale.ROOT);
		}

		@JsonCreator
		static Cause of(String json) {
			return valueOf(json.toUpperCase(Locale.ROOT));
		}

	}

}
