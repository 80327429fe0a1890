package org.parley.platform.messaging.outbox;

import java.time.Instant;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.parley.platform.messaging.secret.EventMasker;
import tools.jackson.databind.JsonNode;

/**
 * A parked event.
 *
 * @param partitionKey the key whose later events are held behind it
 * @param attempts the number of attempts
 * @param reason the last reason of the broker
 * @param event the envelope with masked secrets
 * @param place its position in the list
 */
record ParkedEvent(String id, String type, String partitionKey, int attempts, String reason, @Nullable Instant parkedAt,
		@Schema(type = "object", implementation = Object.class) JsonNode event, @JsonIgnore long place) {

	static ParkedEvent of(OutboxRecord parked, EventMasker eventMasker) {
		return new ParkedEvent(parked.id(), parked.type(), parked.partitionKey(), parked.attempts(),
				Objects.requireNonNullElse(parked.refusal(), ""), parked.parkedAt(),
				eventMasker.event(parked.envelope()), parked.at().getValue());
	}

}
