package org.parley.platform.jobs;

import java.time.Instant;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * How far a job has followed the clock.
 *
 * @param job by name
 * @param seen up to when its times are history
 */
@Document("job_times")
record JobTime(@Id String job, Instant seen) {
}
