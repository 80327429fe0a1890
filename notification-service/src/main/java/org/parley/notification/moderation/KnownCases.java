package org.parley.notification.moderation;

import java.time.Instant;
import java.time.InstantSource;

import org.parley.platform.mongo.transaction.VersionedUpsert;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Component;

/** The known versions of cases: events arrive in any order. */
@Component
class KnownCases {

	private final MongoOperations mongo;

	private final InstantSource clock;

	KnownCases(MongoOperations mongo, InstantSource clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	/**
	 * Stores the version of a case.
	 * @return false if the same or a newer one is stored
	 */
	boolean saveIfNewer(String caseId, long version) {
		var newer = new KnownCase(caseId, version, this.clock.instant());
		return VersionedUpsert.replaceOlder(this.mongo, newer, KnownCase.class)
			.filter((known) -> known.version() >= version)
			.isEmpty();
	}

	/**
	 * The version of a case, stored as long as a notification about it.
	 *
	 * @param at time of its latest event
	 */
	@Document("known_cases")
	record KnownCase(@Id String id, long version, @Indexed(expireAfter = "180d", useGeneratedName = true) Instant at) {
	}

}
