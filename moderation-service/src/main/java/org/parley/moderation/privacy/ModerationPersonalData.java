package org.parley.moderation.privacy;

import org.parley.moderation.cases.CaseStatus;
import org.parley.moderation.check.PostCheck.Stage;
import org.parley.moderation.subject.SocialPlace;
import org.parley.platform.privacy.DeletedUser;
import org.parley.platform.privacy.PersonalCollections;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Declares this service's personal data. Erasure deletes an author's profile, verdicts,
 * incidents, openings and the checks of social texts, and anonymizes cases, other checks
 * and locations. They lose their texts, which the author may have deleted since, unless a
 * check or a decision is due. Whether a post was suspected remains.
 */
@Configuration(proxyBeanMethods = false)
class ModerationPersonalData {

	@Bean
	PersonalCollections moderationData(MongoOperations mongo) {
		var data = new PersonalCollections(mongo);
		data.one("author", "authors").exporting("registeredAt", "roles").deleting();
		data.indexed("verdicts", "checks", "post.author._id")
			.exporting("_id", "judgement.verdict", "judgement.reasons", "judgement.engine", "judgement.at")
			.changed((_) -> DeletedUser.at("post.author").unset("judgement"));
		data.indexed("incidents", "incidents", "post.author._id")
			.exporting("verdict", "reasons", "engine", "at")
			.deleting();
		// Erasure also deletes the note for the author, which can hold personal data
		data.indexed("cases", "cases", "grounds.post.author._id")
			.exporting("openedAt", "status", "ruling.decision", "ruling.note", "ruling.until", "ruling.text",
					"ruling.at", "reversal.note", "reversal.at")
			.changed((person) -> DeletedUser.at("grounds.post.author")
				.unset("ruling.note")
				.unset("reversal.note")
				.unset("media")
				.unset("firstText")
				.unset("firstTitle")
				.unset("firstTags")
				.unset("earlierTexts"));
		data.indexed("quoted-in-cases", "cases", "context.author._id")
			.changed((person) -> DeletedUser
				.renaming(new Update().unset("context.$[gone].media"), "context.$[gone].author")
				.filterArray(Criteria.where("gone.author._id").is(person)));
		data.indexed("reported-in-cases", "cases", "reports.by._id")
			.changed((person) -> DeletedUser.renaming(new Update().unset("reports.$[gone].note"), "reports.$[gone].by")
				.filterArray(Criteria.where("gone.by._id").is(person)));
		// Erasure removes social posts and comments, so nothing keeps texts of them
		data.of("social-checks", "checks", (person) -> social("", "post.author._id", person)).deleting();
		data.of("social-texts-in-cases", "cases", (person) -> social("grounds.", "grounds.post.author._id", person))
			.changed((_) -> withoutTexts());
		data.of("social-texts-quoted-in-cases", "cases", (person) -> social("grounds.", "context.author._id", person))
			.changed(ModerationPersonalData::withoutQuotedTexts);
		data.of("texts-in-resolved-cases", "cases", (person) -> resolved("grounds.post.author._id", person))
			.changed((_) -> withoutTexts());
		data.of("texts-quoted-in-resolved-cases", "cases", (person) -> resolved("context.author._id", person))
			.changed(ModerationPersonalData::withoutQuotedTexts);
		data.of("titles-in-resolved-cases", "cases",
				(person) -> titled("grounds.", resolved("grounds.post.author._id", person).and("grounds.post.number")))
			.changed((_) -> withoutTitle("grounds."));
		data.of("texts-in-checks", "checks", (person) -> checked(person)).changed((_) -> new Update().unset("content"));
		data.of("titles-in-checks", "checks", (person) -> titled("", checked(person).and("post.number")))
			.changed((_) -> withoutTitle(""));
		data.of("titles-in-places", "post_places",
				(person) -> titled("", Criteria.where("thread.author._id").is(person).and("number")))
			.changed((_) -> withoutTitle(""));
		data.indexed("statements", "statements", "grounds.post.author._id")
			.exporting("issuedAt", "status", "measure.restriction", "measure.note", "measure.until", "measure.text",
					"appeal.text", "appeal.filedAt", "appeal.status", "appeal.answer.note")
			.deleting();
		data.indexed("thread-openings", "thread_openings", "post.author._id").deleting();
		anonymize(data, "checks-in-threads", "checks", "thread.author");
		anonymize(data, "opened-threads", "thread_openings", "thread.author");
		anonymize(data, "post-places", "post_places", "thread.author");
		anonymize(data, "incidents-in-threads", "incidents", "thread.author");
		anonymize(data, "cases-in-threads", "cases", "grounds.thread.author");
		anonymize(data, "cases-claimed", "cases", "claim.by");
		anonymize(data, "cases-decided", "cases", "ruling.by");
		anonymize(data, "statements-in-threads", "statements", "grounds.thread.author");
		anonymize(data, "statements-issued", "statements", "measure.by");
		anonymize(data, "appeals-answered", "statements", "appeal.answer.by");
		anonymize(data, "cases-reversed", "cases", "reversal.by");
		anonymize(data, "policies-written", "policy_versions", "createdBy");
		// Samples are deleted, because they quote the post
		data.indexed("policy-samples", "policy_samples", "post.author._id").deleting();
		anonymize(data, "policy-samples-in-threads", "policy_samples", "thread.author");
		anonymize(data, "shadow-runs", "shadow_runs", "startedBy");
		anonymize(data, "replays", "replays", "startedBy");
		// Notes about an author are deleted; those by a moderator stay
		data.indexed("case-notes", "case_notes", "authorId").deleting();
		anonymize(data, "case-notes-written", "case_notes", "by");
		anonymize(data, "policy-changes", "policy_changes", "by");
		return data;
	}

	private static Criteria social(String prefix, String author, String person) {
		return Criteria.where(author)
			.is(person)
			.and(prefix + "thread.category._id")
			.in(SocialPlace.PUBLIC.id(), SocialPlace.LIMITED.id());
	}

	/** Cases that need no decision; the text of the others is needed for it. */
	private static Criteria resolved(String author, String person) {
		return Criteria.where(author).is(person).and("status").in(CaseStatus.DECIDED, CaseStatus.WITHDRAWN);
	}

	private static Criteria checked(String person) {
		return Criteria.where("post.author._id").is(person).and("stage").is(Stage.DONE);
	}

	/** The first post of a thread; conversations have no title. */
	private static Criteria titled(String prefix, Criteria number) {
		return number.is(1).and(prefix + "thread.title").gt("");
	}

	private static Update withoutTexts() {
		return new Update().set("grounds.content", "")
			.unset("firstText")
			.unset("firstTitle")
			.unset("firstTags")
			.unset("earlierTexts")
			.unset("ruling.text");
	}

	private static Update withoutQuotedTexts(String person) {
		return new Update().unset("context.$[gone].text").filterArray(Criteria.where("gone.author._id").is(person));
	}

	private static Update withoutTitle(String prefix) {
		return new Update().set(prefix + "thread.title", DeletedUser.NO_TITLE)
			.set(prefix + "thread.slug", "thread")
			.unset(prefix + "thread.tags");
	}

	private static void anonymize(PersonalCollections data, String kind, String collection, String field) {
		data.indexed(kind, collection, field + "._id").changed((_) -> DeletedUser.at(field));
	}

}
