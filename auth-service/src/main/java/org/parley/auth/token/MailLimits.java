package org.parley.auth.token;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;

import org.parley.auth.digest.Sha256;
import org.parley.auth.token.MailCount.Allowance;
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
		var now = this.clock.instant();
		var count = count(purpose + ":" + owner);
		var delay = count.delay(Allowance.ONE, now);
		if (delay.isZero()) {
			this.mongo.save(count.and(now));
		}
		return delay;
	}

	/**
	 * Counts a mail that somebody asks for who may not be its owner: for where the
	 * request comes from, so that a stranger elsewhere takes none of the owner's, and for
	 * all of those together, so that many strangers fill no mailbox. Part of the
	 * transaction that asks.
	 * @return whether it may be sent now
	 */
	public boolean takeOfStranger(Purpose purpose, String owner, String origin) {
		var now = this.clock.instant();
		var here = count(purpose + ":" + owner + ":" + Sha256.hex(origin));
		var all = count(purpose + ":" + owner);
		if (!here.delay(Allowance.ONE, now).isZero() || !all.delay(Allowance.STRANGERS, now).isZero()) {
			return false;
		}
		this.mongo.save(here.and(now));
		this.mongo.save(all.and(now));
		return true;
	}

	private MailCount count(String id) {
		return Objects.requireNonNullElseGet(this.mongo.findById(id, MailCount.class), () -> MailCount.none(id));
	}

}
