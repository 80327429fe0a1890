package org.parley.auth.signin.mailed;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.parley.auth.signin.mailed.MailedCode.BrowserCode;
import org.parley.platform.domain.RandomText;

import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Repository of mailed codes. */
@Repository
class MailedCodes {

	private static final int CODES = 100_000_000;

	private final MongoOperations mongo;

	private final InstantSource clock;

	private final RandomGenerator random;

	MailedCodes(MongoOperations mongo, InstantSource clock, RandomGenerator random) {
		this.mongo = mongo;
		this.clock = clock;
		this.random = random;
	}

	/**
	 * Issues a code. Part of the caller's transaction.
	 * @param owner id of the account, or a stand-in for that of an unknown address
	 */
	Issued issue(String owner, int linkVersion, String next) {
		var sent = new BrowserCode(RandomText.next(this.random), "%08d".formatted(this.random.nextInt(CODES)));
		var code = MailedCode.of(sent, owner, linkVersion, next, this.clock.instant());
		this.mongo.insert(code);
		return new Issued(sent, code.expiresAt());
	}

	/**
	 * Counts an attempt and, if it is right, uses the code up. An attempt counts before
	 * it is judged, so concurrent guesses have no advantage.
	 */
	Optional<MailedCode> redeem(BrowserCode shown) {
		var live = Criteria.where("_id").is(MailedCode.idOf(shown.secret())).and("expiresAt").gt(this.clock.instant());
		var found = this.mongo.findAndModify(new Query(live.and("attempts").gt(0)), new Update().inc("attempts", -1),
				FindAndModifyOptions.options().returnNew(true), MailedCode.class);
		if (found == null || !found.isProvenBy(shown)) {
			return Optional.empty();
		}
		return Optional
			.ofNullable(this.mongo.findAndRemove(new Query(Criteria.where("_id").is(found.id())), MailedCode.class));
	}

	/**
	 * An issued code.
	 *
	 * @param sent the code and the secret of the browser
	 */
	record Issued(BrowserCode sent, Instant expiresAt) {
	}

}
