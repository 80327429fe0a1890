package org.parley.platform.events.outbox;

import java.time.Instant;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.parley.platform.events.secret.EventMasker;
import tools.jackson.databind.JsonNode;

/**
 * An event that nobody tries to send any more.
 *
 * @param id the event's id
 * @param type what happened
 * @param partitionKey whose later events wait behind it
 * @param attempts how often it was tried
 * @param reason why the broker refused it last
 * @param parkedAt since when
 * @param event as it would travel, without what nobody may see
 * @param place in the order of the list
 */
record ParkedEvent(String id, String type, String partitionKey, int attempts, String reason, @Nullable Instant parkedAt,
		@Schema(type = "object", implementation = Object.class) JsonNode event, @JsonIgnore long place) {

	static ParkedEvent of(OutboxRecord parked, EventMasker eventMasker) {
		return new ParkedEvent(parked.id(), parked.type(), parked.partitionKey(), parked.attempts(),
				Objects.requireNonNullElse(parked.refusal(), ""), parked.parkedAt(),
				eventMasker.event(parked.envelope()), parked.at().getValue());
	}

}
