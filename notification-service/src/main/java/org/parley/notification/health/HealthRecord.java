package org.parley.notification.health;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A health check of all services.
 *
 * @param id id in the order of time
 * @param at time of the check
 * @param parts the result of each service
 */
@Document("health_checks")
@Schema(name = "HealthLine")
record HealthRecord(@Id String id, Instant at, List<PartHealth> parts) {
}
