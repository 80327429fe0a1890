package org.parley.moderation.privacy;

import org.parley.platform.events.privacy.CollectionPersonalData;
import org.parley.platform.events.privacy.DeletedUser;
import org.parley.platform.events.privacy.PersonalData;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Declares this service's personal data. Erasure deletes an author's profile, verdicts
 * and incidents, and anonymizes cases, checks, openings and locations. Whether a post was
 * suspected remains.
 */
@Configuration(proxyBeanMethods = false)
class ModerationPersonalData {

	@Bean
	PersonalData authorData(MongoOperations mongo) {
		return CollectionPersonalData.one(mongo, "author", "authors").exporting("registeredAt", "roles").deleting();
	}

	@Bean
	PersonalData verdictData(MongoOperations mongo) {
		return CollectionPersonalData.indexed(mongo, "verdicts", "checks", "post.author._id")
			.exporting("_id", "judgement.verdict", "judgement.reasons", "judgement.engine", "judgement.at")
			.changed((_) -> DeletedUser.at("post.author").unset("judgement"));
	}

	@Bean
	PersonalData incidentData(MongoOperations mongo) {
		return CollectionPersonalData.indexed(mongo, "incidents", "incidents", "post.author._id")
			.exporting("verdict", "reasons", "engine", "at")
			.deleting();
	}

	/** Erasure also deletes the note for the author, which can hold personal data. */
	@Bean
	PersonalData caseData(MongoOperations mongo) {
		return CollectionPersonalData.indexed(mongo, "cases", "cases", "grounds.post.author._id")
			.exporting("openedAt", "status", "ruling.decision", "ruling.note", "ruling.until", "ruling.at")
			.changed((person) -> DeletedUser.at("grounds.post.author").unset("ruling.note"));
	}

	@Bean
	PersonalData openingData(MongoOperations mongo) {
		return anonymized(mongo, "openings", "openings", "post.author");
	}

	@Bean
	PersonalData checkElsewhereData(MongoOperations mongo) {
		return anonymized(mongo, "checks-in-threads", "checks", "thread.author");
	}

	@Bean
	PersonalData openingElsewhereData(MongoOperations mongo) {
		return anonymized(mongo, "openings-of-threads", "openings", "thread.author");
	}

	@Bean
	PersonalData placeData(MongoOperations mongo) {
		return anonymized(mongo, "post-places", "post_places", "thread.author");
	}

	@Bean
	PersonalData incidentElsewhereData(MongoOperations mongo) {
		return anonymized(mongo, "incidents-in-threads", "incidents", "thread.author");
	}

	@Bean
	PersonalData caseElsewhereData(MongoOperations mongo) {
		return anonymized(mongo, "cases-in-threads", "cases", "grounds.thread.author");
	}

	@Bean
	PersonalData claimedData(MongoOperations mongo) {
		return anonymized(mongo, "cases-claimed", "cases", "claim.by");
	}

	@Bean
	PersonalData decidedData(MongoOperations mongo) {
		return anonymized(mongo, "cases-decided", "cases", "ruling.by");
	}

	private static PersonalData anonymized(MongoOperations mongo, String kind, String collection, String field) {
		return CollectionPersonalData.indexed(mongo, kind, collection, field + "._id")
			.changed((_) -> DeletedUser.at(field));
	}

}
