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
 * How long a thread may be on its way here, and how many such threads a person may ask
 * for.
 *
 * @param patience for so long after a thread was started its events may still arrive
 * @param perPerson how many requests of a person are kept at a time
 */
@Validated
@ConfigurationProperties("parley.summaries.early")
record EarlyRequestSettings(@DefaultValue("10m") @NotNull Duration patience,
		@DefaultValue("10") @Min(1) @Max(100) int perPerson) {

	/** How far the clocks of two machines may be apart. */
	private static final Duration CLOCK_SKEW = Duration.ofSeconds(5);

	/**
	 * Whether a thread with this id may exist although nothing was heard of it. The id
	 * tells when it was made: not long ago, and not in the future.
	 */
	boolean mayArrive(String threadId, Instant now) {
		if (!Ulid.isValid(threadId) || !Ulid.from(threadId).toString().equals(threadId)) {
			return false;
		}
		var made = Ulid.from(threadId).getInstant();
		return made.isAfter(now.minus(this.patience)) && !made.isAfter(now.plus(CLOCK_SKEW));
	}

}
