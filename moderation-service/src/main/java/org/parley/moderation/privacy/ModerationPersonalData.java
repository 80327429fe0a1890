package org.parley.moderation.privacy;

import org.parley.platform.events.privacy.CollectionPersonalData;
import org.parley.platform.events.privacy.DeletedUser;
import org.parley.platform.events.privacy.PersonalData;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * What there is. Of an author who is gone, cases, what waits to be checked and how their
 * threads begin stay without a name, verdicts and incidents go. In what is about others'
 * posts, moderators and starters of threads lose their names.
 */
@Configuration(proxyBeanMethods = false)
class ModerationPersonalData {

	@Bean
	PersonalData authorData(MongoOperations mongo) {
		return CollectionPersonalData.one(mongo, "author", "authors").shown("registeredAt", "roles").removed();
	}

	@Bean
	PersonalData verdictData(MongoOperations mongo) {
		return CollectionPersonalData.indexed(mongo, "verdicts", "verdicts", "authorId")
			.shown("postId", "verdict", "reasons", "engine", "at")
			.removed();
	}

	@Bean
	PersonalData incidentData(MongoOperations mongo) {
		return CollectionPersonalData.indexed(mongo, "incidents", "incidents", "post.author._id")
			.shown("verdict", "reasons", "engine", "at")
			.removed();
	}

	/** What was written to its author, and why somebody was banned, goes too. */
	@Bean
	PersonalData caseData(MongoOperations mongo) {
		return CollectionPersonalData.indexed(mongo, "cases", "cases", "grounds.post.author._id")
			.shown("openedAt", "status", "ruling.decision", "ruling.note", "ruling.until", "ruling.at")
			.changed((person) -> DeletedUser.at("grounds.post.author").unset("ruling.note"));
	}

	@Bean
	PersonalData checkData(MongoOperations mongo) {
		return named(mongo, "checks", "checks", "post.author");
	}

	@Bean
	PersonalData openingData(MongoOperations mongo) {
		return named(mongo, "openings", "openings", "post.author");
	}

	@Bean
	PersonalData checkElsewhereData(MongoOperations mongo) {
		return named(mongo, "checks-in-threads", "checks", "thread.author");
	}

	@Bean
	PersonalData openingElsewhereData(MongoOperations mongo) {
		return named(mongo, "openings-of-threads", "openings", "thread.author");
	}

	@Bean
	PersonalData placeData(MongoOperations mongo) {
		return named(mongo, "post-places", "post_places", "thread.author");
	}

	@Bean
	PersonalData incidentElsewhereData(MongoOperations mongo) {
		return named(mongo, "incidents-in-threads", "incidents", "thread.author");
	}

	@Bean
	PersonalData caseElsewhereData(MongoOperations mongo) {
		return named(mongo, "cases-in-threads", "cases", "grounds.thread.author");
	}

	@Bean
	PersonalData claimedData(MongoOperations mongo) {
		return named(mongo, "cases-claimed", "cases", "claim.by");
	}

	@Bean
	PersonalData decidedData(MongoOperations mongo) {
		return named(mongo, "cases-decided", "cases", "ruling.by");
	}

	private static PersonalData named(MongoOperations mongo, String kind, String collection, String field) {
		return CollectionPersonalData.indexed(mongo, kind, collection, field + "._id")
			.changed((_) -> DeletedUser.at(field));
	}

}
