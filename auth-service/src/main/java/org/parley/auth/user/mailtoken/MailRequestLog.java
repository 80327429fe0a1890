package org.parley.auth.user.mailtoken;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * When mails of a kind were asked for within a day.
 *
 * @param id kind, person and, where strangers may ask, who asked
 * @param times of the last day, the oldest first
 * @param lastAt the last of them; the record ends a day later
 */
@Document("mail_counts")
record MailRequestLog(@Id String id, List<Instant> times, Instant lastAt) {

	private static final Duration DAY = Duration.ofDays(1);

	static MailRequestLog none(String id) {
		return new MailRequestLog(id, List.of(), Instant.EPOCH);
	}

	/** How long to wait for the next; zero when it may be now. */
	Duration delay(Allowance allowance, Instant now) {
		var day = recent(now);
		var next = this.lastAt.plus(allowance.apart());
		if (day.size() >= allowance.aDay()) {
			next = day.get(day.size() - allowance.aDay()).plus(DAY);
		}
		return next.isAfter(now) ? Duration.between(now, next) : Duration.ZERO;
	}

	MailRequestLog and(Instant now) {
		return new MailRequestLog(this.id, Stream.concat(recent(now).stream(), Stream.of(now)).toList(), now);
	}

	private List<Instant> recent(Instant now) {
		return this.times.stream().filter((time) -> time.isAfter(now.minus(DAY))).toList();
	}

	/**
	 * How many mails may be asked for.
	 *
	 * @param aDay so many within a day
	 * @param apart how long after one the next
	 */
	record Allowance(int aDay, Duration apart) {

		/** For one who asks: one a minute, and five a day. */
		static final Allowance ONE = new Allowance(5, Duration.ofMinutes(1));

		/** For all strangers who ask for mails to one person, together. */
		static final Allowance STRANGERS = new Allowance(15, Duration.ZERO);

	}

}
