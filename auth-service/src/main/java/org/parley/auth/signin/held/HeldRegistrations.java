package org.parley.auth.signin.held;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.parley.auth.user.mailtoken.MailTokens;
import org.parley.platform.domain.RandomText;
import org.parley.platform.domain.Sha256;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Repository of the registrations that wait for the verification of their address. */
@Repository
public class HeldRegistrations {

	private final MongoOperations mongo;

	private final InstantSource clock;

	private final RandomGenerator random;

	HeldRegistrations(MongoOperations mongo, InstantSource clock, RandomGenerator random) {
		this.mongo = mongo;
		this.clock = clock;
		this.random = random;
	}

	/** Holds a registration and issues the secret that opens its account. */
	public MailTokens.Issued add(Registration registration) {
		var text = RandomText.next(this.random);
		var expiresAt = this.clock.instant().plus(HeldRegistration.LIFETIME);
		this.mongo.insert(HeldRegistration.of(Sha256.hex(text), registration, expiresAt));
		return new MailTokens.Issued(text, expiresAt);
	}

	/** Removes and returns the registration of a valid secret. */
	public Optional<Registration> take(String text) {
		var live = Criteria.where("_id").is(Sha256.hex(text)).and("expiresAt").gt(this.clock.instant());
		return Optional.ofNullable(this.mongo.findAndRemove(new Query(live), HeldRegistration.class))
			.map(HeldRegistration::registration);
	}

	/** How many were added within a time until now, up to a limit. */
	public long countWithin(Duration time, int limit) {
		var since = this.clock.instant().plus(HeldRegistration.LIFETIME).minus(time);
		return this.mongo.count(new Query(Criteria.where("expiresAt").gt(since)).limit(limit), HeldRegistration.class);
	}

}
