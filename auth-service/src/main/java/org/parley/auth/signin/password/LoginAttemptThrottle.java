package org.parley.auth.signin.password;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import org.parley.auth.user.digest.Sha256;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Counts attempts to guess per key and origin, so that a stranger slows down nobody but
 * themselves. An attempt counts as failed before it is made: of many at once no more are
 * made than of as many one after another. Names that do not exist are counted too, and
 * tell nothing by it.
 */
@Component
@EnableConfigurationProperties(LoginThrottleSettings.class)
public class LoginAttemptThrottle {

	private final MongoOperations mongo;

	private final UnitOfWork work;

	private final LoginThrottleSettings settings;

	private final InstantSource clock;

	LoginAttemptThrottle(MongoOperations mongo, UnitOfWork work, LoginThrottleSettings settings, InstantSource clock) {
		this.mongo = mongo;
		this.work = work;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Makes an attempt, which counts whatever becomes of the transaction that asks. What
	 * failed before is forgotten when it succeeds; when it cannot be made it never was.
	 * @throws LoginThrottledException when it comes too soon after others
	 */
	public boolean attempt(String of, String origin, BooleanSupplier guess) {
		var key = key(of, origin);
		this.work.outside(() -> count(key));
		boolean right;
		try {
			right = guess.getAsBoolean();
		}
		catch (RuntimeException ex) {
			this.work.outside(() -> this.mongo.updateFirst(keyed(key), new Update().inc("failures", -1), Failed.class));
			throw ex;
		}
		if (right) {
			forget(of, origin);
		}
		return right;
	}

	/**
	 * What failed before counts no more, once the change is there that this is part of.
	 */
	public void forget(String of, String origin) {
		var key = key(of, origin);
		this.work.afterCommit(() -> this.work.outside(() -> this.mongo.remove(keyed(key), Failed.class)));
	}

	private int count(String key) {
		while (true) {
			var failed = this.mongo.findById(key, Failed.class);
			var now = this.clock.instant();
			refuseTooSoon(failed, now);
			if (isCounted(key, failed, now)) {
				return (failed != null) ? failed.failures() + 1 : 1;
			}
		}
	}

	private void refuseTooSoon(@Nullable Failed failed, Instant now) {
		if (failed == null) {
			return;
		}
		var left = Duration.between(now, failed.lastAt().plus(this.settings.after(failed.failures())));
		if (left.isPositive()) {
			throw new LoginThrottledException(left);
		}
	}

	/** Not when another attempt was counted meanwhile. */
	private boolean isCounted(String key, @Nullable Failed known, Instant now) {
		if (known == null) {
			return isFirst(new Failed(key, 1, now));
		}
		var asKnown = keyed(key).addCriteria(Criteria.where("failures").is(known.failures()))
			.addCriteria(Criteria.where("lastAt").is(known.lastAt()));
		var counted = new Update().inc("failures", 1).set("lastAt", now);
		return this.mongo.updateFirst(asKnown, counted, Failed.class).getMatchedCount() == 1;
	}

	private boolean isFirst(Failed failed) {
		try {
			this.mongo.insert(failed);
			return true;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	private static Query keyed(String key) {
		return new Query(Criteria.where("_id").is(key));
	}

	private static String key(String of, String origin) {
		return Sha256.hex(of + "\n" + origin);
	}

	/**
	 * Attempts from one origin on one key that failed, or are being made.
	 *
	 * @param key a hash of both
	 * @param failures so many
	 * @param lastAt when the last began; the record ends some time later
	 */
	@Document("login_failures")
	record Failed(@Id String key, int failures, Instant lastAt) {
	}

}
