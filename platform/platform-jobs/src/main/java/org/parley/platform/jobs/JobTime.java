package org.parley.platform.jobs;

import java.time.Instant;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The last processed time of a job's schedule.
 *
 * @param job by name
 * @param seen the last processed time
 */
@Document("job_times")
record JobTime(@Id String job, Instant seen) {
}
