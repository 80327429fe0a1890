package org.parley.summary.request;

import java.time.Duration;
import java.time.Instant;

import com.github.f4b6a3.ulid.Ulid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of early requests.
 *
 * @param patience the time after a thread's creation within which its events can arrive
 * @param perPerson the maximum number of a person's stored requests
 */
@Validated
@ConfigurationProperties("parley.summaries.early")
record EarlyRequestSettings(@DefaultValue("10m") @NotNull Duration patience,
		@DefaultValue("10") @Min(1) @Max(100) int perPerson) {

	/** The tolerated difference between the clocks of two machines. */
	private static final Duration CLOCK_SKEW = Duration.ofSeconds(5);

	/**
	 * Whether the events of a thread with this id can still arrive. The id is a ULID with
	 * a creation time, which must be recent and not in the future.
	 */
	boolean canArrive(String threadId, Instant now) {
		if (!Ulid.isValid(threadId) || !Ulid.from(threadId).toString().equals(threadId)) {
			return false;
		}
		var createdAt = Ulid.from(threadId).getInstant();
		return createdAt.isAfter(now.minus(this.patience)) && !createdAt.isAfter(now.plus(CLOCK_SKEW));
	}

}
