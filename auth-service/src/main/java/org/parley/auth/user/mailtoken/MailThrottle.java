package org.parley.auth.user.mailtoken;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;

import org.parley.auth.user.mailtoken.MailRequestLog.Allowance;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import org.parley.platform.domain.Sha256;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Limits how many mails can be requested for a user. */
@Component
public class MailThrottle {

	private final MongoOperations mongo;

	private final InstantSource clock;

	MailThrottle(MongoOperations mongo, InstantSource clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	/**
	 * Counts a mail like {@link #acquire}.
	 * @throws RefusalException 429 {@code auth.mail-limit} if the limit is reached
	 */
	public void require(MailTokenPurpose purpose, String owner) {
		var delay = acquire(purpose, owner);
		if (!delay.isZero()) {
			throw RefusalException.later(RefusalKind.LIMITED, "auth.mail-limit",
					"A mail was sent recently. Check your inbox, or wait before you request another one.", delay);
		}
	}

	/**
	 * Counts a mail if the limit allows it. Runs in the caller's transaction, so that one
	 * of two concurrent requests is counted.
	 * @return zero, or how long to wait if the limit is reached
	 */
	public Duration acquire(MailTokenPurpose purpose, String owner) {
		var now = this.clock.instant();
		var log = find(purpose + ":" + owner);
		var delay = log.delay((purpose == MailTokenPurpose.INVITATION) ? Allowance.INVITER : Allowance.REQUESTER, now);
		if (delay.isZero()) {
			this.mongo.save(log.with(now));
		}
		return delay;
	}

	/**
	 * Counts a mail that an unauthenticated client requests: per origin, so that
	 * strangers elsewhere do not use up the owner's limit, and for all origins together,
	 * so that many strangers cannot fill a mailbox. Runs in the caller's transaction.
	 * @return whether the mail may be sent
	 */
	public boolean acquireForStranger(MailTokenPurpose purpose, String owner, String origin) {
		var now = this.clock.instant();
		var fromOrigin = find(purpose + ":" + owner + ":" + Sha256.hex(origin));
		var fromAll = find(purpose + ":" + owner);
		if (!fromOrigin.delay(Allowance.REQUESTER, now).isZero() || !fromAll.delay(Allowance.STRANGERS, now).isZero()) {
			return false;
		}
		this.mongo.save(fromOrigin.with(now));
		this.mongo.save(fromAll.with(now));
		return true;
	}

	private MailRequestLog find(String id) {
		return Objects.requireNonNullElseGet(this.mongo.findById(id, MailRequestLog.class),
				() -> MailRequestLog.none(id));
	}

}
