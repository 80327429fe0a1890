package org.parley.auth.signin.password;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Sha256;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Delays repeated failures per key and origin, so that a stranger delays only themselves.
 * An attempt is counted as failed before it is made, so concurrent attempts are limited
 * like sequential ones. Unknown names are counted too, so a delay reveals no account.
 */
@Component
@EnableConfigurationProperties(LoginThrottleSettings.class)
public class LoginAttemptThrottle {

	private final MongoOperations mongo;

	private final UnitOfWork unitOfWork;

	private final LoginThrottleSettings settings;

	private final InstantSource clock;

	LoginAttemptThrottle(MongoOperations mongo, UnitOfWork unitOfWork, LoginThrottleSettings settings,
			InstantSource clock) {
		this.mongo = mongo;
		this.unitOfWork = unitOfWork;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Makes an attempt. It is counted even if the caller's transaction rolls back;
	 * success resets the count, and an exception does not count.
	 * @throws LoginThrottledException when earlier failures delay the attempt
	 */
	public boolean attempt(String subject, String origin, BooleanSupplier check) {
		var succeeded = attempt(key(subject, origin), check);
		if (succeeded) {
			forget(subject, origin);
		}
		return succeeded;
	}

	/**
	 * Makes an attempt at something that may belong to anybody, so that success does not
	 * count but resets nothing: otherwise an own code between guesses would allow more of
	 * them.
	 * @throws LoginThrottledException when earlier failures delay the attempt
	 */
	public boolean guess(String subject, String origin, BooleanSupplier check) {
		var key = key(subject, origin);
		var succeeded = attempt(key, check);
		if (succeeded) {
			uncount(key);
		}
		return succeeded;
	}

	private boolean attempt(String key, BooleanSupplier check) {
		this.unitOfWork.outside(() -> count(key));
		try {
			return check.getAsBoolean();
		}
		catch (RuntimeException ex) {
			uncount(key);
			throw ex;
		}
	}

	private void uncount(String key) {
		this.unitOfWork
			.outside(() -> this.mongo.updateFirst(keyed(key), new Update().inc("failures", -1), Failed.class));
	}

	/** Resets the count after the caller's transaction commits. */
	public void forget(String subject, String origin) {
		var key = key(subject, origin);
		this.unitOfWork.afterCommit(() -> this.unitOfWork.outside(() -> this.mongo.remove(keyed(key), Failed.class)));
	}

	private int count(String key) {
		while (true) {
			var failed = this.mongo.findById(key, Failed.class);
			var now = this.clock.instant();
			refuseTooSoon(failed, now);
			if (increment(key, failed, now)) {
				return (failed != null) ? failed.failures() + 1 : 1;
			}
		}
	}

	private void refuseTooSoon(@Nullable Failed failed, Instant now) {
		if (failed == null) {
			return;
		}
		var left = Duration.between(now, failed.lastAt().plus(this.settings.delayAfter(failed.failures())));
		if (left.isPositive()) {
			throw new LoginThrottledException(left);
		}
	}

	/** Counts the attempt; false when another one was counted meanwhile. */
	private boolean increment(String key, @Nullable Failed known, Instant now) {
		if (known == null) {
			return insert(new Failed(key, 1, now));
		}
		var unchanged = keyed(key).addCriteria(Criteria.where("failures").is(known.failures()))
			.addCriteria(Criteria.where("lastAt").is(known.lastAt()));
		var counted = new Update().inc("failures", 1).set("lastAt", now);
		return this.mongo.updateFirst(unchanged, counted, Failed.class).getMatchedCount() == 1;
	}

	private boolean insert(Failed failed) {
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

	private static String key(String subject, String origin) {
		return Sha256.hex(subject + "\n" + origin);
	}

	/**
	 * Failed and running attempts from one origin on one key.
	 *
	 * @param key hash of both
	 * @param lastAt time of the last attempt; the record expires some time later
	 */
	@Document("login_failures")
	record Failed(@Id String key, int failures, @Indexed(expireAfter = "1h", useGeneratedName = true) Instant lastAt) {
	}

}
