package org.parley.auth.token;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Keeps anybody from filling somebody's mailbox. */
@Component
public class MailLimits {

	private final MongoOperations mongo;

	private final InstantSource clock;

	MailLimits(MongoOperations mongo, InstantSource clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	/**
	 * Counts a mail as {@link #take} does.
	 * @throws ProblemException 429 {@code auth.mail-limit} when it may not be sent now
	 */
	public void require(Purpose purpose, String owner) {
		var delay = take(purpose, owner);
		if (!delay.isZero()) {
			throw ProblemException.later(HttpStatus.TOO_MANY_REQUESTS, "auth.mail-limit",
					"A mail was sent already. Look for it, or wait before you ask for another.", delay);
		}
	}

	/**
	 * Counts a mail, if it may be sent now. Part of the transaction that asks, so that of
	 * two at once one counts.
	 * @return how long to wait otherwise, else zero
	 */
	public Duration take(Purpose purpose, String owner) {
		var id = purpose + ":" + owner;
		var now = this.clock.instant();
		var count = Objects.requireNonNullElseGet(this.mongo.findById(id, MailCount.class), () -> MailCount.none(id));
		var delay = count.delay(now);
		if (delay.isZero()) {
			this.mongo.save(count.and(now));
		}
		return delay;
	}

}
