package org.parley.moderation.author;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

import org.parley.contracts.account.AccountEvent;
import org.parley.contracts.account.UserRegistered;
import org.parley.contracts.account.UserSnapshot;
import org.parley.platform.mongo.transaction.VersionedUpsert;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Stores author profiles. An older version never replaces a newer one. */
@Component
public class AuthorProfiles {

	private final MongoOperations mongo;

	AuthorProfiles(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/** Finds an author; an unknown id yields an empty profile. */
	public AuthorProfile find(String id) {
		return Objects.requireNonNullElseGet(this.mongo.findById(id, AuthorProfile.class),
				() -> AuthorProfile.unknown(id));
	}

	/**
	 * Whether an author is no moderator and has an account younger than an age. Reads the
	 * profile only of an author whose id says that the account is new.
	 */
	public boolean isNewcomer(String id, Instant at, Duration age) {
		return isYounger(AuthorProfile.unknown(id), at, age) && isYounger(find(id), at, age);
	}

	private static boolean isYounger(AuthorProfile author, Instant at, Duration age) {
		return !author.isModerator() && author.age(at).compareTo(age) < 0;
	}

	/**
	 * Removes the personal data and keeps a tombstone, so that late events are ignored.
	 */
	void markDeleted(String id, long version) {
		this.mongo.save(new AuthorProfile(id, null, Set.of(), null, version));
	}

	void saveIfNewer(AccountEvent account) {
		var state = new Update().set("roles", account.roles());
		if (account.user().status() != null) {
			state.set("banned", account.user().status().equals("banned"));
		}
		switch (account) {
			case UserRegistered registered -> state.set("registeredAt", registered.registeredAt());
			case UserSnapshot snapshot -> state.set("registeredAt", snapshot.registeredAt());
			default -> {
			}
		}
		VersionedUpsert.saveIfNewer(this.mongo, AuthorProfile.class, account.user().id(), account.version(), state);
	}

}
