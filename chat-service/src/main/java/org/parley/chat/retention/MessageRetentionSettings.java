package org.parley.chat.retention;

import java.time.Duration;
import java.util.Optional;

import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.chat.ConversationKind;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How long messages are kept, by the kind of their conversation; at least a day. Without
 * a setting they are kept for good.
 *
 * @param direct in conversations of two people
 * @param group in groups
 * @param room in rooms
 */
@Validated
@ConfigurationProperties("parley.chat.retention")
record MessageRetentionSettings(@DurationMin(days = 1) @Nullable Duration direct,
		@DurationMin(days = 1) @Nullable Duration group, @DurationMin(days = 1) @Nullable Duration room) {

	Optional<Duration> of(ConversationKind kind) {
		return Optional.ofNullable(switch (kind) {
			case DIRECT -> this.direct;
			case GROUP -> this.group;
			case ROOM -> this.room;
		});
	}

}
