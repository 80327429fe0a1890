package org.parley.auth.user.mailtoken;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;

import org.parley.auth.user.digest.Sha256;
import org.parley.auth.user.mailtoken.MailRequestLog.Allowance;
import org.parley.platform.web.problem.ProblemException;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Keeps anybody from filling somebody's mailbox. */
@Component
public class MailThrottle {

	private final MongoOperations mongo;

	private final InstantSource clock;

	MailThrottle(MongoOperations mongo, InstantSource clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	/**
	 * Counts a mail as {@link #take} does.
	 * @throws ProblemException 429 {@code auth.mail-limit} when it may not be sent now
	 */
	public void require(MailTokenPurpose mailTokenPurpose, String owner) {
		var delay = take(mailTokenPurpose, owner);
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
	public Duration take(MailTokenPurpose mailTokenPurpose, String owner) {
		var now = this.clock.instant();
		var count = count(mailTokenPurpose + ":" + owner);
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
	public boolean takeOfStranger(MailTokenPurpose mailTokenPurpose, String owner, String origin) {
		var now = this.clock.instant();
		var here = count(mailTokenPurpose + ":" + owner + ":" + Sha256.hex(origin));
		var all = count(mailTokenPurpose + ":" + owner);
		if (!here.delay(Allowance.ONE, now).isZero() || !all.delay(Allowance.STRANGERS, now).isZero()) {
			return false;
		}
		this.mongo.save(here.and(now));
		this.mongo.save(all.and(now));
		return true;
	}

	private MailRequestLog count(String id) {
		return Objects.requireNonNullElseGet(this.mongo.findById(id, MailRequestLog.class),
				() -> MailRequestLog.none(id));
	}

}
