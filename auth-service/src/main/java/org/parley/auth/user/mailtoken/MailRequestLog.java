package org.parley.auth.user.mailtoken;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The times at which mails of one kind were requested within a day.
 *
 * @param id the kind, the user and, for requests of strangers, the origin
 * @param times the requests of the last day, oldest first
 * @param lastAt the last request; MongoDB deletes the record one day later
 */
@Document("mail_counts")
record MailRequestLog(@Id String id, List<Instant> times,
		@Indexed(expireAfter = "1d", useGeneratedName = true) Instant lastAt) {

	private static final Duration DAY = Duration.ofDays(1);

	static MailRequestLog none(String id) {
		return new MailRequestLog(id, List.of(), Instant.EPOCH);
	}

	/** How long the next request must wait; zero if it is allowed now. */
	Duration delay(Allowance allowance, Instant now) {
		var day = recent(now);
		var next = this.lastAt.plus(allowance.interval());
		if (day.size() >= allowance.perDay()) {
			next = day.get(day.size() - allowance.perDay()).plus(DAY);
		}
		return next.isAfter(now) ? Duration.between(now, next) : Duration.ZERO;
	}

	MailRequestLog with(Instant now) {
		return new MailRequestLog(this.id, Stream.concat(recent(now).stream(), Stream.of(now)).toList(), now);
	}

	private List<Instant> recent(Instant now) {
		return this.times.stream().filter((time) -> time.isAfter(now.minus(DAY))).toList();
	}

	/**
	 * A limit of mail requests.
	 *
	 * @param interval the minimum time between two requests
	 */
	record Allowance(int perDay, Duration interval) {

		/** For one requester: one per minute and five per day. */
		static final Allowance REQUESTER = new Allowance(5, Duration.ofMinutes(1));

		/** For the invitations of one person. */
		static final Allowance INVITER = new Allowance(20, Duration.ZERO);

		/** For all strangers together who request mails to one user. */
		static final Allowance STRANGERS = new Allowance(15, Duration.ZERO);

	}

}
