package org.parley.notification.health;

import java.time.Instant;
import java.util.List;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A health check of all services.
 *
 * @param id id in the order of time
 * @param at time of the check; start of the retention period
 * @param parts the result of each service
 */
@Document("health_checks")
record HealthRecord(@Id String id, Instant at, List<PartHealth> parts) {
}
