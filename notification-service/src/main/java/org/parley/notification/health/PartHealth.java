package org.parley.notification.health;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The health of a service.
 *
 * @param name the service
 * @param status HTTP status; 0 without a response
 * @param millis duration of the check in milliseconds
 */
@Schema(name = "PartHealth")
record PartHealth(@Schema(example = "forum-service") String name, boolean ready, @Schema(example = "200") int status,
		@Schema(example = "12") long millis) {
}
