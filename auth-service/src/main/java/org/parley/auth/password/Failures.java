package org.parley.auth.password;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import org.parley.auth.digest.Sha256;
import org.parley.platform.web.problem.ProblemException;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Counts wrong passwords per account and address, so that a stranger slows down nobody
 * but themselves. Accounts that do not exist are counted too, and tell nothing by it.
 */
@Component
@EnableConfigurationProperties(SlowdownSettings.class)
public class Failures {

	private final MongoOperations mongo;

	private final SlowdownSettings settings;

	private final InstantSource clock;

	Failures(MongoOperations mongo, SlowdownSettings settings, InstantSource clock) {
		this.mongo = mongo;
		this.settings = settings;
		this.clock = clock;
	}

	/** How long the next attempt must wait; zero when it need not. */
	public Duration delay(String account, String address) {
		var failed = this.mongo.findById(key(account, address), Failed.class);
		if (failed == null) {
			return Duration.ZERO;
		}
		var until = failed.lastAt().plus(this.settings.after(failed.failures()));
		var left = Duration.between(this.clock.instant(), until);
		return left.isNegative() ? Duration.ZERO : left;
	}

	/** 429 that says how long to wait. */
	public static ProblemException slowDown(Duration delay) {
		return ProblemException.later(HttpStatus.TOO_MANY_REQUESTS, "auth.slow-down",
				"Too many wrong passwords or codes. Wait before you try again.", delay);
	}

	public void count(String account, String address) {
		this.mongo.upsert(keyed(account, address), new Update().inc("failures", 1).set("lastAt", this.clock.instant()),
				Failed.class);
	}

	/** What failed before counts no more. */
	public void forget(String account, String address) {
		this.mongo.remove(keyed(account, address), Failed.class);
	}

	private static Query keyed(String account, String address) {
		return new Query(Criteria.where("_id").is(key(account, address)));
	}

	private static String key(String account, String address) {
		return Sha256.hex(account + "\n" + address);
	}

	/**
	 * Wrong passwords from one address for one account.
	 *
	 * @param key a hash of both
	 * @param failures so many
	 * @param lastAt when the last came; the record ends some time later
	 */
	@Document("login_failures")
	record Failed(@Id String key, int failures, Instant lastAt) {
	}

}
