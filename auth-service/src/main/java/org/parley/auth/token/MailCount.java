package org.parley.auth.token;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * When mails of a kind were asked for: at most one a minute, and five a day.
 *
 * @param id kind and person
 * @param times of the last day, the oldest first
 * @param lastAt the last of them; the record ends a day later
 */
@Document("mail_counts")
record MailCount(@Id String id, List<Instant> times, Instant lastAt) {

	private static final Duration APART = Duration.ofMinutes(1);

	private static final Duration DAY = Duration.ofDays(1);

	private static final int A_DAY = 5;

	static MailCount none(String id) {
		return new MailCount(id, List.of(), Instant.EPOCH);
	}

	/** How long to wait for the next; zero when it may be now. */
	Duration delay(Instant now) {
		var day = recent(now);
		var next = this.lastAt.plus(APART);
		if (day.size() >= A_DAY) {
			next = day.get(day.size() - A_DAY).plus(DAY);
		}
		return next.isAfter(now) ? Duration.between(now, next) : Duration.ZERO;
	}

	MailCount and(Instant now) {
		return new MailCount(this.id, Stream.concat(recent(now).stream(), Stream.of(now)).toList(), now);
	}

	private List<Instant> recent(Instant now) {
		return this.times.stream().filter((time) -> time.isAfter(now.minus(DAY))).toList();
	}

}
