package org.parley.notification.health;

import java.time.Instant;
import java.util.List;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * How all parts were at a time.
 *
 * @param id sortable by time
 * @param at when; it ends some time later
 * @param parts by name
 */
@Document("health_checks")
record HealthRecord(@Id String id, Instant at, List<PartHealth> parts) {
}
