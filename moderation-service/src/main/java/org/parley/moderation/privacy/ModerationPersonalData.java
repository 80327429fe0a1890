package org.parley.moderation.privacy;

import org.parley.platform.events.privacy.CollectionPersonalData;
import org.parley.platform.events.privacy.DeletedUser;
import org.parley.platform.events.privacy.PersonalData;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;

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
			.exporting("openedAt", "status", "ruling.decision", "ruling.note", "ruling.until", "ruling.text",
					"ruling.at", "reversal.note", "reversal.at")
			.changed((person) -> DeletedUser.at("grounds.post.author").unset("ruling.note").unset("reversal.note"));
	}

	@Bean
	PersonalData quotedData(MongoOperations mongo) {
		return CollectionPersonalData.indexed(mongo, "quoted-in-cases", "cases", "context.author._id")
			.changed((person) -> DeletedUser.renaming(new Update(), "context.$[gone].author")
				.filterArray(Criteria.where("gone.author._id").is(person)));
	}

	@Bean
	PersonalData statementData(MongoOperations mongo) {
		return CollectionPersonalData.indexed(mongo, "statements", "statements", "grounds.post.author._id")
			.exporting("issuedAt", "status", "measure.restriction", "measure.note", "measure.until", "measure.text",
					"appeal.text", "appeal.filedAt", "appeal.status", "appeal.answer.note")
			.deleting();
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

	@Bean
	PersonalData statementElsewhereData(MongoOperations mongo) {
		return anonymized(mongo, "statements-in-threads", "statements", "grounds.thread.author");
	}

	@Bean
	PersonalData statementIssuedData(MongoOperations mongo) {
		return anonymized(mongo, "statements-issued", "statements", "measure.by");
	}

	@Bean
	PersonalData appealAnsweredData(MongoOperations mongo) {
		return anonymized(mongo, "appeals-answered", "statements", "appeal.answer.by");
	}

	@Bean
	PersonalData reversedData(MongoOperations mongo) {
		return anonymized(mongo, "cases-reversed", "cases", "reversal.by");
	}

	@Bean
	PersonalData policyData(MongoOperations mongo) {
		return anonymized(mongo, "policies-written", "policy_versions", "createdBy");
	}

	/** Samples are deleted, because they quote the post. */
	@Bean
	PersonalData sampleData(MongoOperations mongo) {
		return CollectionPersonalData.indexed(mongo, "policy-samples", "policy_samples", "post.author._id").deleting();
	}

	@Bean
	PersonalData sampleElsewhereData(MongoOperations mongo) {
		return anonymized(mongo, "policy-samples-in-threads", "policy_samples", "thread.author");
	}

	@Bean
	PersonalData shadowData(MongoOperations mongo) {
		return anonymized(mongo, "shadow-runs", "shadow_runs", "startedBy");
	}

	@Bean
	PersonalData replayData(MongoOperations mongo) {
		return anonymized(mongo, "replays", "replays", "startedBy");
	}

	/** Notes about an author are deleted; those by a moderator stay. */
	@Bean
	PersonalData noteData(MongoOperations mongo) {
		return CollectionPersonalData.indexed(mongo, "case-notes", "case_notes", "authorId").deleting();
	}

	@Bean
	PersonalData noteWrittenData(MongoOperations mongo) {
		return anonymized(mongo, "case-notes-written", "case_notes", "by");
	}

	@Bean
	PersonalData policyChangeData(MongoOperations mongo) {
		return anonymized(mongo, "policy-changes", "policy_changes", "by");
	}

	private static PersonalData anonymized(MongoOperations mongo, String kind, String collection, String field) {
		return CollectionPersonalData.indexed(mongo, kind, collection, field + "._id")
			.changed((_) -> DeletedUser.at(field));
	}

}
