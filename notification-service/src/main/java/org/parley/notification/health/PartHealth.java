package org.parley.notification.health;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * How a part was.
 *
 * @param name which
 * @param ready whether it could work
 * @param status what it has answered; 0 when it has not
 * @param millis how long that took
 */
@Schema(name = "PartHealth")
record PartHealth(@Schema(example = "forum-service") String name, boolean ready, @Schema(example = "200") int status,
		@Schema(example = "12") long millis) {
}
